import type { SessionEnd } from '../../storage';
import type { ControlTaken, DeviceEnd, DeviceFaultCode, Telemetry } from '../driver';
import type { SessionFault } from './view';

/** How a session ends because of what its device said. */
export interface HowItEnded {
  readonly end: SessionEnd;
  /** What to say beyond the end; null for nothing. */
  readonly fault: SessionFault | null;
  readonly deviceFault: DeviceFaultCode | null;
}

const ENDS: Readonly<Record<DeviceEnd, SessionEnd>> = {
  stopped: 'stopped-elsewhere',
  timer: 'device-timer',
  watchdog: 'device-watchdog',
  'at-device': 'at-device',
  'safety-key': 'safety-key',
  fault: 'device-fault',
  'not-said': 'device-ended',
};

/** The end of a session whose device says that its run has ended, though this host did not stop it. */
export function describeDeviceEnd(ended: DeviceEnd, { fault }: Telemetry): HowItEnded {
  const faulty = ended === 'fault';
  return { end: ENDS[ended], fault: faulty ? 'device-fault' : null, deviceFault: faulty ? (fault ?? 'other') : null };
}

/** The end of a session whose device somebody else controls. */
export function describeTaken(by: ControlTaken): HowItEnded {
  const code = by === 'at-device' ? 'taken-at-device' : 'other-host';
  return { end: code, fault: code, deviceFault: null };
}

/** What a session does with its device. `starting`: a start was handed over, and is not answered. `resting`: between two starts. */
export type RunPhase = 'before' | 'starting' | 'moving' | 'resting';

/** Whether the device says no more than that this session stopped it: one that cannot pause is stopped for a pause. */
export function isOwnStop(ended: DeviceEnd, phase: RunPhase, pauses: boolean): boolean {
  return ended === 'stopped' && phase === 'resting' && !pauses;
}

/**
 * Detects that a run ended at the device. Keeps what the device said of an earlier run, which does not count. The caller passes on every
 * report, and calls `began` before each start.
 */
export class DeviceRun {
  #earlier: DeviceEnd | null = null;
  #elapsedS: number | null = null;

  /** The running time that the device reported last of this run, s; null: none. */
  get elapsedS(): number | null {
    return this.#elapsedS;
  }

  began({ ended }: Telemetry): void {
    this.#earlier = ended ?? null;
    this.#elapsedS = null;
  }

  /** How the run ended; null while it runs. A fault is an end at any time. `known`: all that the device reports; `heard`: its last report. */
  hear(known: Telemetry, heard: Telemetry, phase: RunPhase, pauses: boolean): DeviceEnd | null {
    if (known.fault !== undefined) return 'fault';
    if (known.ended === undefined) {
      this.#earlier = null;
      if (known.running === true && phase === 'moving') this.#elapsedS = known.elapsedS ?? null;
      return null;
    }
    const { ended } = heard;
    if (ended === undefined) return null;
    if (phase === 'before' || isOwnStop(ended, phase, pauses)) this.#earlier = ended;
    // A device says how its last run ended until it starts, and one that does not start goes on saying it.
    return ended === this.#earlier ? null : ended;
  }
}
