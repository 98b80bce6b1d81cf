import { type Decoded, decoded } from '../decoded';
import { type Field, field } from './field';
import {
  averagePowerW,
  averageSpeedKmh,
  distanceM,
  elapsedS,
  energy,
  hrBpm,
  inclinePct,
  met,
  narrowResistance,
  pairedU16,
  perMinute,
  powerW,
  rampDeg,
  remainingS,
  speedKmh,
  wideResistance,
} from './fields';
import { decodeLayout, encodeLayout, type FieldOf, group, type MachineData } from './layout';

const BACKWARD = 0x8000;

const layoutWith = (resistance: Field<'resistance'>) => ({
  flags: 'u24' as const,
  groups: [
    group(0, speedKmh),
    group(1, averageSpeedKmh),
    group(2, distanceM),
    group(3, perMinute('stepsPerMin'), perMinute('averageStepsPerMin')),
    group(4, field('strides', 'u16', { per: 10 })),
    group(5, pairedU16('climbM'), pairedU16('descentM')),
    group(6, inclinePct, rampDeg),
    group(7, resistance),
    group(8, powerW),
    group(9, averagePowerW),
    group(10, ...energy),
    group(11, hrBpm),
    group(12, met),
    group(13, elapsedS),
    group(14, remainingS),
  ],
});
const wide = layoutWith(wideResistance(10));
const narrow = layoutWith(narrowResistance);

/** Units as in `TreadmillData`; steps per minute; strides (two steps each) and resistance without unit. */
export type CrossTrainerData = MachineData<FieldOf<typeof wide>> & { readonly backward: boolean };

/**
 * Reads Cross Trainer Data (2ACE): u24 flags, then the fields that they announce. Resistance is s16 or u8, depending on the length. Errors:
 * `too-short`, `truncated`, `out-of-range`.
 */
export function decodeCrossTrainerData(view: DataView): Decoded<CrossTrainerData> {
  const read = decodeLayout(view, [wide, narrow]);
  return read.ok ? decoded({ ...read.value.data, backward: (read.value.flags & BACKWARD) !== 0 }) : read;
}

/** Cross Trainer Data as a machine sends it, resistance as s16 (0.1). Throws `RangeError` for values that do not fit. */
export function encodeCrossTrainerData(data: Partial<Omit<CrossTrainerData, 'trailingBytes'>>): Uint8Array<ArrayBuffer> {
  return encodeLayout(data, wide, { moreData: data.moreData, extraFlags: data.backward ? BACKWARD : 0 });
}
