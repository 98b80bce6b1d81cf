import type { TreatmentClass } from '../../catalogue';
import { KM_PER_MILE } from '../../core/imperial';
import type { LevelUnit } from '../driver';

/**
 * The highest level that a profile may set, by the class of the device and the unit of the level. A unit that is missing cannot be used with
 * the class, so that no level escapes its ceiling under another name. Each device's own limits are in its profile and are lower. The figures
 * are ours: a brisk walk for belts, the usual maximum of recovery boots for pressure. 15 is the highest level of a compression device
 * because a device that takes the level for kPa still stays below 120 mmHg; 45 that of a thermal one, which may take it for °C.
 */
export const CEILINGS: Readonly<Record<TreatmentClass, Readonly<Partial<Record<LevelUnit, number>>>>> = {
  percussion: { level: 100, percent: 100 },
  massage: { level: 100, percent: 100 },
  compression: { level: 15, percent: 100, mmHg: 120 },
  thermal: { level: 45, percent: 100 },
  light: { level: 100, percent: 100 },
  belt: { 'km/h': 8 },
  resistance: { level: 100, percent: 100, W: 400 },
};

/** °C. The upper end of a hot bath; ours. */
export const TEMPERATURE_CEILING = { min: 4, max: 45 } as const;

/**
 * Between which a measured temperature of a device of each class lies, °C, whether or not it can be set. What warms or cools: as for a
 * temperature that is set. Any other device measures itself: less where it touches the body. The figures are ours.
 */
export const MEASURED_C: Readonly<Record<TreatmentClass, { readonly min: number; readonly max: number }>> = {
  percussion: { min: -20, max: 60 },
  massage: { min: -20, max: 60 },
  compression: { min: -20, max: 60 },
  thermal: TEMPERATURE_CEILING,
  light: { min: -20, max: 85 },
  belt: { min: -20, max: 85 },
  resistance: { min: -20, max: 85 },
};

/** The highest measured speed, km/h: that of a belt, by whatever class; none where its user sets the speed by pedalling. */
export const MEASURED_KMH: Readonly<Record<TreatmentClass, number>> = {
  percussion: 8,
  massage: 8,
  compression: 8,
  thermal: 8,
  light: 8,
  belt: 8,
  resistance: Number.POSITIVE_INFINITY,
};

/** The longest time for a device's own timer, s. */
export const LONGEST_TIMER_S = 4 * 3600;

/** Null for a unit that cannot be used with the class. */
export function findCeiling(of: TreatmentClass, unit: LevelUnit): number | null {
  return CEILINGS[of][unit] ?? null;
}

/** Devices whose level must be known: one that is only moved up and down has no ceiling. */
export const KNOWN_LEVEL_ONLY: ReadonlySet<TreatmentClass> = new Set(['compression', 'belt']);

/** What a value is a measure of: its unit here, or `count` for a level that only the device understands. */
export type LevelMeasure = 'count' | 'exact-count' | 'km/h' | 'mmHg' | 'W' | 'celsius';

/**
 * What a level of this class measures. That of a compression device is sent as it is, because it may be a pressure to the device, and so is
 * the `level` of a thermal one, which may be a temperature.
 */
export function measureOfLevel(of: TreatmentClass, unit: LevelUnit): LevelMeasure {
  if (unit === 'km/h' || unit === 'mmHg' || unit === 'W') return unit;
  return of === 'compression' || (of === 'thermal' && unit === 'level') ? 'exact-count' : 'count';
}

/** The number for a value is `value` × `factor` + `offset`. */
export interface Scale {
  readonly factor: number;
  readonly offset: number;
}

/** Into how many steps devices divide a unit of the measure, and in which units they count. */
const KNOWN: Readonly<Record<Exclude<LevelMeasure, 'count'>, { readonly steps: readonly number[]; readonly units: readonly Scale[] }>> = {
  'exact-count': { steps: [1], units: [{ factor: 1, offset: 0 }] },
  'km/h': {
    steps: [1, 10, 100, 1000],
    units: [
      { factor: 1, offset: 0 },
      { factor: 1 / KM_PER_MILE, offset: 0 },
    ],
  },
  mmHg: { steps: [1, 10, 100], units: [{ factor: 1, offset: 0 }] },
  W: { steps: [1, 10], units: [{ factor: 1, offset: 0 }] },
  celsius: {
    steps: [1, 2, 10, 100],
    units: [
      { factor: 1, offset: 0 },
      { factor: 1.8, offset: 32 },
    ],
  },
};

/**
 * Whether devices count this measure so. Any other scale is refused: a speed that is multiplied by 20 before it is sent would be low on
 * screen and high on the device. What remains is a device that counts in larger steps than its profile says.
 */
export function isKnownScale(measure: LevelMeasure, { factor, offset }: Scale): boolean {
  if (measure === 'count') return true;
  const { steps, units } = KNOWN[measure];
  return units.some((unit) => steps.some((step) => near(factor, unit.factor * step) && near(offset, unit.offset * step)));
}

/** To four digits, as people write 0.6214. */
function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-4 * Math.max(1e-9, Math.abs(other));
}
