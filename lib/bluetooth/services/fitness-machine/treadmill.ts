import { type Decoded, decoded } from '../decoded';
import type { FitnessDialect } from './dialects';
import { field } from './field';
import {
  averageSpeedKmh,
  distanceM,
  elapsedS,
  energy,
  hrBpm,
  inclinePct,
  met,
  pairedU16,
  powerW,
  rampDeg,
  remainingS,
  speedKmh,
} from './fields';
import { decodeLayout, encodeLayout, type FieldOf, group, type Layout, type MachineData } from './layout';

/** The newer text has both paces as u16, the older one as u8. */
const layoutWith = (pace: 'u8' | 'u16') => ({
  flags: 'u16' as const,
  groups: [
    group(0, speedKmh),
    group(1, averageSpeedKmh),
    group(2, distanceM),
    group(3, inclinePct, rampDeg),
    group(4, pairedU16('climbM', 10), pairedU16('descentM', 10)),
    group(5, field('pace', pace)),
    group(6, field('averagePace', pace)),
    group(7, ...energy),
    group(8, hrBpm),
    group(9, met),
    group(10, elapsedS),
    group(11, remainingS),
    group(12, field('beltForceN', 's16', { none: 0x7fff }), powerW),
  ],
});
/** Some makers add steps as a u16 and a byte that is always 0. The definition reserves the bit, so it counts only in known dialects. */
const steps = group(13, field('steps', 'u24'));

const wide = layoutWith('u16');
const narrow = layoutWith('u8');
const withSteps = <N extends string>({ flags, groups }: Layout<N>): Layout<N | 'steps'> => ({ flags, groups: [...groups, steps] });
const wideWithSteps = withSteps(wide);
const narrowWithSteps = withSteps(narrow);

/**
 * Speeds in km/h, distance and elevation in m, incline in %, ramp in °, energy in kcal, times in s, force in N, power in W. Paces are raw:
 * the texts agree neither on their width nor on their unit, and the speed says the same.
 */
export type TreadmillData = MachineData<FieldOf<typeof wideWithSteps>>;

/**
 * Reads Treadmill Data (2ACD): u16 flags, then the fields that they announce. Steps only in a dialect that has them. Errors: `too-short`,
 * `truncated`, `out-of-range`.
 */
export function decodeTreadmillData(view: DataView, dialect: Pick<FitnessDialect, 'treadmillSteps'>): Decoded<TreadmillData> {
  if (dialect.treadmillSteps) {
    const read = decodeLayout(view, [wideWithSteps, narrowWithSteps]);
    return read.ok ? decoded(read.value.data) : read;
  }
  const read = decodeLayout(view, [wide, narrow]);
  return read.ok ? decoded({ ...read.value.data, steps: null }) : read;
}

/** Treadmill Data as a machine sends it; the paces as u16. Throws `RangeError` for values that do not fit. */
export function encodeTreadmillData(data: Partial<Omit<TreadmillData, 'trailingBytes'>>): Uint8Array<ArrayBuffer> {
  return encodeLayout(data, wideWithSteps, { moreData: data.moreData });
}
