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

/**
 * Detects that a run ended at the device. Keeps whether the device has reported this run since it was started: what it said of an earlier
 * one does not count. The caller passes on every report, and calls `began` before each start.
 */
export class DeviceRun {
  #reported = false;
  #elapsedS: number | null = null;

  /** The running time that the device reported last of this run, s; null: none. */
  get elapsedS(): number | null {
    return this.#elapsedS;
  }

  began(): void {
    this.#reported = false;
    this.#elapsedS = null;
  }

  /** How the run ended; null while it runs, or before it was reported. `moving`: it was told to move. */
  hear({ running, ended, elapsedS }: Telemetry, moving: boolean): DeviceEnd | null {
    if (running === true && ended === undefined && moving) {
      this.#reported = true;
      this.#elapsedS = elapsedS ?? null;
    }
    return this.#reported ? (ended ?? null) : null;
  }
}
