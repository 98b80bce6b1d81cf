import { type Decoded, decoded, missingBytes, unsupportedFrame } from '../decoded';
import { decodeNumber, encodeNumber } from '../number-format';
import { type PpiSample, ppiBytes, readPpi } from './ppi';
import { findStream, streamNumber } from './stream';

const HEADER_BYTES = 10;
const PPI_BYTES = 6;
/** An uncompressed ACC frame of type 0, 1 or 2 has so many bytes for each axis of a sample. */
const ACC_FORMATS = ['s8', 's16', 's24'] as const;
const ACC_SENT = 1;

/** Acceleration in mG, as a multiple of earth's gravity / 1000. */
export interface AccSample {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

interface Stamped {
  /** When the last sample was taken: ns since 2000 by the device's clock, see `polarEpochMs`. */
  readonly timestampNs: bigint;
}

/** One notification of the data characteristic, its samples oldest first; always at least one. */
export type PmdFrame =
  | (Stamped & { readonly stream: 'ecg'; readonly microvolts: readonly number[] })
  | (Stamped & { readonly stream: 'acc'; readonly samples: readonly AccSample[] })
  | (Stamped & { readonly stream: 'ppi'; readonly samples: readonly PpiSample[] });

/**
 * Reads a data frame: stream, time of the last sample, frame type, samples. ECG (type 0) has an s24 each, PPI (type 0) six bytes, ACC three
 * axes of 8, 16 or 24 bits (types 0, 1, 2; the H10 sends 1). Errors: `too-short` without header or first sample, `truncated` when the last
 * sample is not whole, `unsupported-frame` for other streams (their number), frame types and compressed frames (their type byte).
 */
export function decodePmdFrame(view: DataView): Decoded<PmdFrame> {
  if (view.byteLength < HEADER_BYTES) return missingBytes('too-short', HEADER_BYTES, view.byteLength);
  const stream = findStream(view.getUint8(0));
  if (stream === null) return unsupportedFrame(view.getUint8(0));
  const timestampNs = view.getBigUint64(1, true);
  const type = view.getUint8(9);
  const axis = ACC_FORMATS[type];
  if (stream === 'acc' ? axis === undefined : type !== 0) return unsupportedFrame(type);
  const size = { ecg: 3, acc: 3 * (type + 1), ppi: PPI_BYTES }[stream];
  const dataBytes = view.byteLength - HEADER_BYTES;
  if (dataBytes < size) return missingBytes('too-short', HEADER_BYTES + size, view.byteLength);
  if (dataBytes % size !== 0) return missingBytes('truncated', HEADER_BYTES + Math.ceil(dataBytes / size) * size, view.byteLength);

  const each = <T>(read: (at: number) => T) => Array.from({ length: dataBytes / size }, (_, i) => read(HEADER_BYTES + i * size));
  if (stream === 'ecg') return decoded({ stream, timestampNs, microvolts: each((at) => decodeNumber(view, at, 's24')) });
  if (stream === 'ppi') return decoded({ stream, timestampNs, samples: each((at) => readPpi(view, at)) });
  const along = (at: number, place: number) => decodeNumber(view, at + place * (type + 1), axis ?? 's16');
  return decoded({ stream, timestampNs, samples: each((at) => ({ x: along(at, 0), y: along(at, 1), z: along(at, 2) })) });
}

/** A frame as a device sends it; ACC with 16 bits. Throws `RangeError` for samples that do not fit. */
export function encodePmdFrame(frame: PmdFrame): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(HEADER_BYTES));
  view.setUint8(0, streamNumber(frame.stream));
  view.setBigUint64(1, frame.timestampNs, true);
  view.setUint8(9, frame.stream === 'acc' ? ACC_SENT : 0);
  return Uint8Array.from([...new Uint8Array(view.buffer), ...sampleBytes(frame)]);
}

function sampleBytes(frame: PmdFrame): number[] {
  if (frame.stream === 'ecg') return frame.microvolts.flatMap((value) => encodeNumber(value, 's24'));
  if (frame.stream === 'ppi') return frame.samples.flatMap(ppiBytes);
  return frame.samples.flatMap(({ x, y, z }) => [x, y, z].flatMap((value) => encodeNumber(value, 's16')));
}
