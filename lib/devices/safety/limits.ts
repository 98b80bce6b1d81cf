import type { TreatmentClass } from '../../catalogue';
import type { Capabilities, LevelUnit, Range, Zone } from '../driver';

/** What a profile or the user set below what the device could do. */
export interface UserLimits {
  readonly longestS?: number;
  /** Highest level by zone id. */
  readonly levels?: Readonly<Record<string, number>>;
  readonly temperatureC?: { readonly min?: number; readonly max?: number };
}

/** What a session on a device may never exceed. */
export interface Limits {
  readonly longestS: number;
  /** A muscle under a massage gun, s; null: no limit of its own. */
  readonly longestRegionS: number | null;
  /** What is left of the range of each `absolute` zone. */
  readonly levels: Readonly<Record<string, Range>>;
  readonly temperatureC: Range | null;
}

/**
 * Longest session of each class, s. Percussion: 15 min, 2 min a muscle (docs/recovery-sources.md, ours); compression: 30 min, what trials use;
 * belt and resistance: 60 min, the longest active recovery of the seeds; the rest ours: a bed's massage 30 min, a panel 30 min, a night
 * of 8 h for what warms or cools a bed.
 */
const LONGEST_S: Readonly<Record<TreatmentClass, number>> = {
  percussion: 15 * 60,
  massage: 30 * 60,
  compression: 30 * 60,
  thermal: 8 * 3600,
  light: 30 * 60,
  belt: 60 * 60,
  resistance: 60 * 60,
};
const LONGEST_REGION_S = 2 * 60;

/** Ours: nothing against the skin is set warmer, whatever the device can do. */
const WARMEST_C = 43;

/** Ours: how fast a level may change, in its unit each second, up or down; a stop is not held back by it. */
export const RAMP_PER_S: Readonly<Record<LevelUnit, number>> = { level: 1, percent: 10, 'km/h': 0.2, mmHg: 5, W: 10 };

/** The longest that a session may stand paused in all before it ends by itself, s. Ours. */
export const LONGEST_PAUSE_S = 10 * 60;

/** The lowest of what the class, the device, its profile and the user allow. Each of `userLimits` can take away, never add. */
export function computeLimits(capabilities: Capabilities, ...userLimits: readonly UserLimits[]): Limits {
  const levels = Object.fromEntries(
    capabilities.zones.flatMap((zone) => {
      const range = limitRange(zone, userLimits);
      return range === null ? [] : [[zone.id, range]];
    }),
  );
  return {
    longestS: Math.min(
      LONGEST_S[capabilities.class],
      ...userLimits.map(({ longestS }) => atLeast(0, longestS ?? Number.POSITIVE_INFINITY)),
    ),
    longestRegionS: capabilities.class === 'percussion' ? LONGEST_REGION_S : null,
    levels,
    temperatureC: limitTemperature(capabilities.temperatureC, userLimits),
  };
}

function limitRange({ id, control, range }: Zone, userLimits: readonly UserLimits[]): Range | null {
  if (control !== 'absolute' || range === undefined) return null;
  const max = Math.min(range.max, ...userLimits.map(({ levels }) => levels?.[id] ?? Number.POSITIVE_INFINITY));
  return { ...range, max: atLeast(range.min, max) };
}

function limitTemperature(range: Range | null, userLimits: readonly UserLimits[]): Range | null {
  if (range === null) return null;
  const most = Math.min(range.max, WARMEST_C, ...userLimits.map(({ temperatureC }) => temperatureC?.max ?? Number.POSITIVE_INFINITY));
  const max = atLeast(range.min, most);
  const min = Math.max(range.min, ...userLimits.map(({ temperatureC }) => temperatureC?.min ?? Number.NEGATIVE_INFINITY));
  // A wish that leaves nothing between the two: the milder end of what is left.
  return min <= max ? { ...range, min, max } : { ...range, min: max, max };
}

/** What is not a number counts as the least. */
function atLeast(least: number, value: number): number {
  return value >= least ? value : least;
}
