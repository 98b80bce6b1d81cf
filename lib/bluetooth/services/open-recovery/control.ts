import { type Decoded, decoded, missingBytes, outOfRange, unsupportedFrame } from '../decoded';
import { decodeNumber, encodeNumber } from '../number-format';

/** Everything that can be written to the Control Point, with response. Levels in the unit of their zone; `programme` 0 for none. */
export type OpenRecoveryCommand =
  | { readonly kind: 'request-control' | 'release-control' | 'start' | 'pause' | 'stop' | 'keep-alive' }
  | { readonly kind: 'level'; readonly zone: number; readonly level: number }
  | { readonly kind: 'programme'; readonly id: number }
  | { readonly kind: 'timer'; readonly seconds: number };

/** In order of their op codes, from 0; the length of each in bytes. */
const commands = [
  ['request-control', 1],
  ['release-control', 1],
  ['level', 4],
  ['programme', 2],
  ['timer', 3],
  ['start', 1],
  ['pause', 1],
  ['stop', 1],
  ['keep-alive', 1],
] as const;

const RESPONSE = 0x80;
/** In order of their numbers, from 1. `needs-press`: the device waits for a press at it; ask again. New in 1.1. */
const results = ['ok', 'unsupported', 'bad-parameter', 'failed', 'not-permitted', 'no-timer', 'fault', 'needs-press'] as const;

export type OpenRecoveryResult = (typeof results)[number];

/** The op code in the device's answer. */
export function openRecoveryOp(kind: OpenRecoveryCommand['kind']): number {
  return commands.findIndex(([name]) => name === kind);
}

/** Throws `RangeError` for a number that does not fit. */
export function encodeOpenRecoveryCommand(command: OpenRecoveryCommand): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([openRecoveryOp(command.kind), ...encodeOperands(command)]);
}

/** Errors: `too-short` if empty, `unsupported-frame` for an unknown op code, `out-of-range` for a wrong length. */
export function decodeOpenRecoveryCommand(view: DataView): Decoded<OpenRecoveryCommand> {
  if (view.byteLength < 1) return missingBytes('too-short', 1, 0);
  const op = view.getUint8(0);
  const found = commands[op];
  if (found === undefined) return unsupportedFrame(op);
  const [kind, bytes] = found;
  if (view.byteLength !== bytes) return outOfRange(view.byteLength, bytes, bytes);
  switch (kind) {
    case 'level':
      return decoded({ kind, zone: view.getUint8(1), level: decodeNumber(view, 2, 'u16') });
    case 'programme':
      return decoded({ kind, id: view.getUint8(1) });
    case 'timer':
      return decoded({ kind, seconds: decodeNumber(view, 1, 'u16') });
    default:
      return decoded({ kind });
  }
}

export interface OpenRecoveryResponse {
  /** The op code that it answers. */
  readonly op: number;
  readonly result: OpenRecoveryResult;
}

/**
 * Reads an indication of the Control Point. Errors: `too-short` below 3 bytes, `out-of-range` if it is no response or its result is
 * unknown.
 */
export function decodeOpenRecoveryResponse(view: DataView): Decoded<OpenRecoveryResponse> {
  if (view.byteLength < 3) return missingBytes('too-short', 3, view.byteLength);
  if (view.getUint8(0) !== RESPONSE) return outOfRange(view.getUint8(0), RESPONSE, RESPONSE, { at: 0 });
  const result = results[view.getUint8(2) - 1];
  return result === undefined ? outOfRange(view.getUint8(2), 1, results.length, { at: 2 }) : decoded({ op: view.getUint8(1), result });
}

export function encodeOpenRecoveryResponse({ op, result }: OpenRecoveryResponse): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(RESPONSE, op, results.indexOf(result) + 1);
}

function encodeOperands(command: OpenRecoveryCommand): number[] {
  switch (command.kind) {
    case 'level':
      return [...encodeNumber(command.zone, 'u8'), ...encodeNumber(command.level, 'u16')];
    case 'programme':
      return encodeNumber(command.id, 'u8');
    case 'timer':
      return encodeNumber(command.seconds, 'u16');
    default:
      return [];
  }
}
