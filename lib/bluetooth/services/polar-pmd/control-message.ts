import { type Decoded, decoded, missingBytes, outOfRange, unsupportedFrame } from '../decoded';
import { pmdOp } from './control-point';
import { findStream, type PmdStream, pmdStreams, streamNumber } from './stream';

const FEATURES = 0x0f;
const RESPONSE = 0xf0;
const STOPPED = 0x01;

/** In the order of the numbers that stand for them, from 0. */
const statuses = [
  'ok',
  'invalid-op',
  'invalid-stream',
  'not-supported',
  'invalid-length',
  'invalid-parameter',
  'already-in-state',
  'invalid-resolution',
  'invalid-rate',
  'invalid-range',
  'invalid-mtu',
  'invalid-channels',
  'invalid-state',
  'in-charger',
] as const;

/** `already-in-state`: started when running, or stopped when not, which is what was wanted. */
export type PmdStatus = (typeof statuses)[number];

/** What the control point gives: when read, its features; as indications, answers, and streams that the device stopped by itself. */
export type PmdControlMessage =
  | { readonly kind: 'features'; readonly streams: readonly PmdStream[] }
  | { readonly kind: 'stopped'; readonly streams: readonly PmdStream[] }
  | {
      readonly kind: 'response';
      readonly op: keyof typeof pmdOp;
      readonly stream: PmdStream;
      readonly status: PmdStatus;
      /** The parameters go on in another indication. */
      readonly more: boolean;
      /** After `settings`, for `decodePmdSettings`; after `start`, nothing that Rebound needs. */
      readonly parameters: DataView;
    };

/**
 * Reads a value of the control point. Streams that Rebound does not read are left out of the lists.
 * Errors: `too-short`, `unsupported-frame` for another kind of message or an answer about another stream or operation, `out-of-range` for
 * an unknown status.
 */
export function decodePmdControlMessage(view: DataView): Decoded<PmdControlMessage> {
  if (view.byteLength < 2) return missingBytes('too-short', 2, view.byteLength);
  const first = view.getUint8(0);
  if (first === FEATURES) {
    const bits = view.getUint8(1);
    return decoded({ kind: 'features', streams: pmdStreams.filter((stream) => (bits >> streamNumber(stream)) & 1) });
  }
  if (first === STOPPED) {
    const numbers = Array.from({ length: view.byteLength - 1 }, (_, i) => view.getUint8(1 + i));
    return decoded({ kind: 'stopped', streams: pmdStreams.filter((stream) => numbers.includes(streamNumber(stream))) });
  }
  return first === RESPONSE ? decodeResponse(view) : unsupportedFrame(first);
}

function decodeResponse(view: DataView): Decoded<PmdControlMessage> {
  if (view.byteLength < 4) return missingBytes('too-short', 4, view.byteLength);
  const [opNumber, number, code] = [view.getUint8(1), view.getUint8(2), view.getUint8(3)];
  const op = (['settings', 'start', 'stop'] as const).find((key) => pmdOp[key] === opNumber);
  if (op === undefined) return unsupportedFrame(opNumber);
  const stream = findStream(number);
  if (stream === null) return unsupportedFrame(number);
  const status = statuses[code];
  if (status === undefined) return outOfRange(code, 0, statuses.length - 1);
  const parametersAt = Math.min(5, view.byteLength);
  const parameters = new DataView(view.buffer, view.byteOffset + parametersAt, view.byteLength - parametersAt);
  return decoded({ kind: 'response', op, stream, status, more: view.byteLength > 4 && view.getUint8(4) !== 0, parameters });
}

/** What a device answers. */
export function encodePmdResponse(
  op: number,
  stream: number,
  status: PmdStatus,
  parameters: readonly number[] = [],
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([RESPONSE, op, stream, statuses.indexOf(status), 0, ...parameters]);
}

/** What a device gives when its control point is read. */
export function encodePmdFeatures(streams: readonly PmdStream[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(
    FEATURES,
    streams.reduce((bits, stream) => bits | (1 << streamNumber(stream)), 0),
  );
}
