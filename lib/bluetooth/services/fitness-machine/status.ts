import type { Decoded } from '../decoded';
import { field } from './field';
import { decodeMessage, encodeMessage, type MessageOf, message } from './op-messages';
import { target } from './targets';

const events = {
  reset: message(0x01),
  stopped: message(0x02, 0x01),
  paused: message(0x02, 0x02),
  'safety-key': message(0x03),
  started: message(0x04),
  speed: message(0x05, target.speed),
  incline: message(0x06, target.incline),
  resistance: message(0x07, target.resistance),
  'resistance-byte': message(0x07, target.resistanceByte),
  power: message(0x08, target.power),
  'heart-rate': message(0x09, target.heartRate),
  energy: message(0x0a, target.energy),
  steps: message(0x0b, target.steps),
  strides: message(0x0c, target.strides),
  distance: message(0x0d, target.distance),
  time: message(0x0e, target.time),
  'time-in-two-zones': message(0x0f, ...target.twoZones),
  'time-in-three-zones': message(0x10, ...target.threeZones),
  'time-in-five-zones': message(0x11, ...target.fiveZones),
  simulation: message(0x12, ...target.simulation),
  wheel: message(0x13, target.wheel),
  'spin-down': message(0x14, field('status', 'u8')),
  cadence: message(0x15, target.cadence),
  'control-lost': message(0xff),
} as const;

/** A change on a machine, whoever made it, with the new targets. Units as in `FitnessCommand`. */
export type FitnessEvent = MessageOf<typeof events>;

/** Reads Fitness Machine Status (2ADA). Errors: `too-short`, `truncated`, `out-of-range`, `unsupported-frame`. */
export function decodeFitnessEvent(view: DataView): Decoded<FitnessEvent> {
  return decodeMessage(events, view);
}

/** Throws `RangeError` for numbers that do not fit. */
export function encodeFitnessEvent(event: FitnessEvent): Uint8Array<ArrayBuffer> {
  return encodeMessage(events, event);
}
