import { field } from './field';

/*
 * Fields that several machines share. The definitions set no limits beyond what fits into the bytes; those here are far beyond any machine
 * and any athlete, so that what a broken packet says is an error and not a speed. "Not available" is all ones, or the greatest signed
 * number: by the text where several fields share a flag, and by habit for averages that a machine does not have yet.
 */
const U8_NONE = 0xff;
const U16_NONE = 0xffff;
const S16_NONE = 0x7fff;

export const speedKmh = field('speedKmh', 'u16', { per: 100, max: 200 });
export const averageSpeedKmh = field('averageSpeedKmh', 'u16', { per: 100, max: 200, none: U16_NONE });
export const distanceM = field('distanceM', 'u24');
export const inclinePct = field('inclinePct', 's16', { per: 10, min: -100, max: 100, none: S16_NONE });
export const rampDeg = field('rampDeg', 's16', { per: 10, min: -90, max: 90, none: S16_NONE });
export const powerW = field('powerW', 's16', { min: -5000, max: 5000, none: S16_NONE });
export const averagePowerW = field('averagePowerW', 's16', { min: -5000, max: 5000, none: S16_NONE });
/** The older text has a signed word, the newer one a byte that counts tens; the range of the same machine (2AD6) may count otherwise. */
export const wideResistance = (per: number) => field('resistance', 's16', { per });
export const narrowResistance = field('resistance', 'u8', { times: 10 });
export const energy = [
  field('energyKcal', 'u16', { none: U16_NONE }),
  field('energyKcalPerH', 'u16', { none: U16_NONE }),
  field('energyKcalPerMin', 'u8', { none: U8_NONE }),
] as const;
export const hrBpm = field('hrBpm', 'u8');
export const met = field('met', 'u8', { per: 10 });
export const elapsedS = field('elapsedS', 'u16');
export const remainingS = field('remainingS', 'u16');
/** Steps or strides a minute; nobody makes 1000. */
export const perMinute = <N extends string>(name: N) => field(name, 'u16', { max: 1000, none: U16_NONE });
export const pairedU16 = <N extends string>(name: N, per = 1) => field(name, 'u16', { per, none: U16_NONE });
