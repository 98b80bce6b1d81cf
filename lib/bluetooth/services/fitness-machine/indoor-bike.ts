import { type Decoded, decoded } from '../decoded';
import { type Field, field } from './field';
import {
  averagePowerW,
  averageSpeedKmh,
  distanceM,
  elapsedS,
  energy,
  hrBpm,
  met,
  narrowResistance,
  powerW,
  remainingS,
  speedKmh,
  wideResistance,
} from './fields';
import { decodeLayout, encodeLayout, type FieldOf, group, type MachineData } from './layout';

const MAX_RPM = 400;

/** The specification once had the cadence bit inverted; no bike does that (see pycycling), and neither does this. */
const layoutWith = (resistance: Field<'resistance'>) => ({
  flags: 'u16' as const,
  groups: [
    group(0, speedKmh),
    group(1, averageSpeedKmh),
    group(2, field('cadenceRpm', 'u16', { per: 2, max: MAX_RPM })),
    group(3, field('averageCadenceRpm', 'u16', { per: 2, max: MAX_RPM, none: 0xffff })),
    group(4, distanceM),
    group(5, resistance),
    group(6, powerW),
    group(7, averagePowerW),
    group(8, ...energy),
    group(9, hrBpm),
    group(10, met),
    group(11, elapsedS),
    group(12, remainingS),
  ],
});
const wide = layoutWith(wideResistance(1));
const narrow = layoutWith(narrowResistance);

/** Units as in `TreadmillData`; cadence in revolutions per minute; resistance without unit. */
export type IndoorBikeData = MachineData<FieldOf<typeof wide>>;

/**
 * Reads Indoor Bike Data (2AD2): u16 flags, then the fields that they announce. Resistance is s16 or u8, depending on the length. Errors:
 * `too-short`, `truncated`, `out-of-range`.
 */
export function decodeIndoorBikeData(view: DataView): Decoded<IndoorBikeData> {
  const read = decodeLayout(view, [wide, narrow]);
  return read.ok ? decoded(read.value.data) : read;
}

/** Indoor Bike Data as a machine sends it, resistance as s16. Throws `RangeError` for values that do not fit. */
export function encodeIndoorBikeData(data: Partial<Omit<IndoorBikeData, 'trailingBytes'>>): Uint8Array<ArrayBuffer> {
  return encodeLayout(data, wide, { moreData: data.moreData });
}
