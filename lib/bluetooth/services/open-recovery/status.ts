import { type Decoded, decoded, missingBytes, outOfRange } from '../decoded';
import { decodeNumber, encodeNumber } from '../number-format';

/** In order of their numbers, from 0. `snapshot`: nothing happened; somebody read the status. */
const events = [
  'snapshot',
  'started',
  'paused',
  'stopped',
  'timer-ended',
  'watchdog-ended',
  'stopped-at-device',
  'fault',
  'at-rest',
  'control-lost',
  'changed-at-device',
] as const;
const states = ['idle', 'running', 'paused', 'stopping', 'fault'] as const;
const faults = ['none', 'pressure', 'temperature', 'current', 'battery', 'sensor', 'other'] as const;

/** The events that end a run. */
const ends = [
  'stopped',
  'timer-ended',
  'watchdog-ended',
  'stopped-at-device',
  'fault',
] as const satisfies readonly (typeof events)[number][];

export type OpenRecoveryEvent = (typeof events)[number];
export type OpenRecoveryState = (typeof states)[number];
export type OpenRecoveryEnd = (typeof ends)[number];
export type OpenRecoveryFaultCode = (typeof faults)[number];

export interface OpenRecoveryStatus {
  readonly event: OpenRecoveryEvent;
  readonly state: OpenRecoveryState;
  readonly fault: OpenRecoveryFaultCode;
  /** Whether any client holds control. */
  readonly controlled: boolean;
  /** Remaining time of the timer; 0 if it is not set. */
  readonly remainingS: number;
  /** Time since the start, without pauses. It stays after the end, until the next start. */
  readonly elapsedS: number;
  /** 0 for none. */
  readonly programme: number;
  /** How the last run ended; null for none since power-on, and from a device of version 1.0. */
  readonly lastEnd: OpenRecoveryEnd | null;
}

const STATUS_BYTES = 10;
const CONTROLLED = 0x01;

/**
 * Reads Status. Errors: `too-short` below 10 bytes; `out-of-range`, with its byte, for an unknown event, state or fault. An unknown end is
 * read as none, because the state matters more.
 */
export function decodeOpenRecoveryStatus(view: DataView): Decoded<OpenRecoveryStatus> {
  if (view.byteLength < STATUS_BYTES) return missingBytes('too-short', STATUS_BYTES, view.byteLength);
  const [event, state, fault] = [events[view.getUint8(0)], states[view.getUint8(1)], faults[view.getUint8(2)]];
  if (event === undefined) return outOfRange(view.getUint8(0), 0, events.length - 1, { at: 0 });
  if (state === undefined) return outOfRange(view.getUint8(1), 0, states.length - 1, { at: 1 });
  if (fault === undefined) return outOfRange(view.getUint8(2), 0, faults.length - 1, { at: 2 });
  return decoded({
    event,
    state,
    fault,
    controlled: (view.getUint8(3) & CONTROLLED) !== 0,
    remainingS: decodeNumber(view, 4, 'u16'),
    elapsedS: decodeNumber(view, 6, 'u16'),
    programme: view.getUint8(8),
    lastEnd: ends.find((end) => events.indexOf(end) === view.getUint8(9)) ?? null,
  });
}

/** Throws `RangeError` for numbers that do not fit. */
export function encodeOpenRecoveryStatus(status: OpenRecoveryStatus): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    events.indexOf(status.event),
    states.indexOf(status.state),
    faults.indexOf(status.fault),
    status.controlled ? CONTROLLED : 0,
    ...encodeNumber(status.remainingS, 'u16'),
    ...encodeNumber(status.elapsedS, 'u16'),
    ...encodeNumber(status.programme, 'u8'),
    status.lastEnd === null ? 0 : events.indexOf(status.lastEnd),
  ]);
}
