import { type Decoded, decoded, missingBytes, outOfRange } from '../decoded';

const RESPONSE = 0x80;
/** In order of their numbers, from 1. */
const results = ['ok', 'unsupported', 'bad-parameter', 'failed', 'not-permitted'] as const;

/** `not-permitted`: control was not requested first, or was lost. */
export type FitnessResult = (typeof results)[number];

/** A machine's answer to what was written to its control point. */
export interface FitnessResponse {
  /** The op code of the command that it answers; see `findOp`. */
  readonly op: number;
  readonly result: FitnessResult;
}

/** Reads an indication of 2AD9. Errors: `too-short` below 3 bytes, `out-of-range` if it is no response or has an unknown result. */
export function decodeFitnessResponse(view: DataView): Decoded<FitnessResponse> {
  if (view.byteLength < 3) return missingBytes('too-short', 3, view.byteLength);
  const [first, op, code] = [view.getUint8(0), view.getUint8(1), view.getUint8(2)];
  if (first !== RESPONSE) return outOfRange(first, RESPONSE, RESPONSE);
  const result = results[code - 1];
  return result === undefined ? outOfRange(code, 1, results.length) : decoded({ op, result });
}

export function encodeFitnessResponse({ op, result }: FitnessResponse): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(RESPONSE, op, results.indexOf(result) + 1);
}
