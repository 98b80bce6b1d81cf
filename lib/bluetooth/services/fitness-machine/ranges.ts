import { type Decoded, decoded, missingBytes, outOfRange } from '../decoded';
import { field, fieldBytes, fieldsBytes, readField } from './field';

/** The targets that a machine accepts: from `min` to `max`, in multiples of `step` from `min`. */
export interface TargetRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export type RangeKind = keyof typeof forms;

/**
 * Speed in km/h (2AD4), incline in % (2AD5), resistance without unit (2AD6), heart rate in bpm (2AD7), power in W (2AD8). Real trainers
 * send resistance either as three bytes in units of 10, as the newer text says, or as three words in units of 0.1. The first form is the
 * one used for writing.
 */
const forms = {
  speed: [triple(field('min', 'u16', { per: 100 }), field('step', 'u16', { per: 100 }))],
  incline: [triple(field('min', 's16', { per: 10 }), field('step', 'u16', { per: 10 }))],
  resistance: [
    triple(field('min', 's16', { per: 10 }), field('step', 'u16', { per: 10 })),
    triple(field('min', 'u8', { times: 10 }), field('step', 'u8', { times: 10 })),
  ],
  'heart-rate': [triple(field('min', 'u8'), field('step', 'u8'))],
  power: [triple(field('min', 's16'), field('step', 'u16'))],
} as const;

/** Reads a supported range. Errors: `too-short`; `out-of-range` if `max` is below `min`. */
export function decodeTargetRange(kind: RangeKind, view: DataView): Decoded<TargetRange> {
  const ofKind: readonly ReturnType<typeof triple>[] = forms[kind];
  const form = ofKind.find((one) => fieldsBytes(one) <= view.byteLength);
  if (form === undefined) return missingBytes('too-short', Math.min(...ofKind.map(fieldsBytes)), view.byteLength);
  const values: number[] = [];
  let at = 0;
  for (const one of form) {
    const read = readField(one, view, at);
    if (!read.ok) return read;
    values.push(read.value ?? 0);
    at += fieldsBytes([one]);
  }
  const [min = 0, max = 0, step = 0] = values;
  return max >= min ? decoded({ min, max, step }) : outOfRange(max, min, form[1].max);
}

/** The bytes of a range; resistance as three words. Throws `RangeError` for values that do not fit. */
export function encodeTargetRange(kind: RangeKind, { min, max, step }: TargetRange): Uint8Array<ArrayBuffer> {
  const [[minField, maxField, stepField]] = forms[kind];
  return Uint8Array.from([...fieldBytes(minField, min), ...fieldBytes(maxField, max), ...fieldBytes(stepField, step)]);
}

function triple(bound: ReturnType<typeof field>, step: ReturnType<typeof field>) {
  return [bound, bound, step] as const;
}
