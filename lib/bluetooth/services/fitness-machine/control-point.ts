import type { Decoded } from '../decoded';
import { decodeMessage, encodeMessage, type MessageOf, message } from './op-messages';
import { target } from './targets';

/**
 * Everything that can be written to the Fitness Machine Control Point (2AD9), with response. Many trainers require `resistance`, a word;
 * the specification's text has `resistance-byte`. A trainer that answers `bad-parameter` to one may accept the other.
 */
const commands = {
  'request-control': message(0x00),
  reset: message(0x01),
  speed: message(0x02, target.speed),
  incline: message(0x03, target.incline),
  resistance: message(0x04, target.resistance),
  'resistance-byte': message(0x04, target.resistanceByte),
  power: message(0x05, target.power),
  'heart-rate': message(0x06, target.heartRate),
  start: message(0x07),
  stop: message(0x08, 0x01),
  pause: message(0x08, 0x02),
  energy: message(0x09, target.energy),
  steps: message(0x0a, target.steps),
  strides: message(0x0b, target.strides),
  distance: message(0x0c, target.distance),
  time: message(0x0d, target.time),
  'time-in-two-zones': message(0x0e, ...target.twoZones),
  'time-in-three-zones': message(0x0f, ...target.threeZones),
  'time-in-five-zones': message(0x10, ...target.fiveZones),
  simulation: message(0x11, ...target.simulation),
  wheel: message(0x12, target.wheel),
  'spin-down-start': message(0x13, 0x01),
  'spin-down-ignore': message(0x13, 0x02),
  cadence: message(0x14, target.cadence),
} as const;

/** Speed in km/h, incline and grade in %, power in W, times in s, distance in m, wind in m/s, cadence in rpm, wheel in mm. */
export type FitnessCommand = MessageOf<typeof commands>;

/**
 * Encodes a command. Throws `RangeError` for a number that no machine could accept; the caller checks the machine's own range (2AD4 to
 * 2AD8).
 */
export function encodeFitnessCommand(command: FitnessCommand): Uint8Array<ArrayBuffer> {
  return encodeMessage(commands, command);
}

/** Decodes a command as a machine does. Errors: `too-short`, `truncated`, `out-of-range`, `unsupported-frame`. */
export function decodeFitnessCommand(view: DataView): Decoded<FitnessCommand> {
  return decodeMessage(commands, view);
}

/** The op code in the machine's answer (`decodeFitnessResponse`). */
export function findOp(kind: FitnessCommand['kind']): number {
  return commands[kind].op;
}
