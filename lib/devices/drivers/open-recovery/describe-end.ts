import type { OpenRecoveryEnd, OpenRecoveryEvent, OpenRecoveryStatus } from '../../../bluetooth/services/open-recovery';
import type { DeviceEnd, Telemetry } from '../../driver';

const ENDS: Readonly<Record<OpenRecoveryEnd, DeviceEnd>> = {
  stopped: 'stopped',
  'timer-ended': 'timer',
  'watchdog-ended': 'watchdog',
  'stopped-at-device': 'at-device',
  fault: 'fault',
};

/**
 * How the last run ended, and the fault that the device is in. A device of version 1.0 says it only in the event. It is told once, so the
 * caller keeps what was known (`before`) when a later status no longer says it.
 */
export function describeEnd({ state, event, fault, lastEnd }: OpenRecoveryStatus, before?: DeviceEnd): Pick<Telemetry, 'ended' | 'fault'> {
  if (state === 'running' || state === 'paused') return {};
  const ended = isEnd(event) ? ENDS[event] : lastEnd === null ? (before ?? 'not-said') : ENDS[lastEnd];
  return { ended, ...(state === 'fault' ? { fault: fault === 'none' ? ('other' as const) : fault } : {}) };
}

function isEnd(event: OpenRecoveryEvent): event is OpenRecoveryEnd {
  return event in ENDS;
}
