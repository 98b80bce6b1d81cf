import type { TreatmentClass } from '../../catalogue';
import type { Capabilities, LevelUnit, Range, Zone } from '../driver';

/** Limits below those of the device, set by a profile or by the user. */
export interface UserLimits {
  readonly longestS?: number;
  /** Highest level by zone id. */
  readonly levels?: Readonly<Record<string, number>>;
  readonly temperatureC?: { readonly min?: number; readonly max?: number };
}

/** What a session on a device must never exceed. */
export interface Limits {
  readonly longestS: number;
  /** Longest time of a massage gun on one muscle, s; null: no such limit. */
  readonly longestRegionS: number | null;
  /** The remaining range of each `absolute` zone. */
  readonly levels: Readonly<Record<string, Range>>;
  readonly temperatureC: Range | null;
}

/**
 * Longest session of each class, s. Percussion: 15 min, 2 min a muscle (docs/recovery-sources.md, ours). Compression: 30 min, as in trials.
 * Belt and resistance: 60 min, the longest active recovery in the sources. The rest is ours: 30 min for a bed's massage and for a panel, a
 * night of 8 h for devices that warm or cool a bed.
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

/** Ours: nothing on the skin may be set warmer, whatever the device allows. */
const WARMEST_C = 43;

/** Ours: how fast a level may change, in its unit each second, up or down. A stop ignores it. */
export const RAMP_PER_S: Readonly<Record<LevelUnit, number>> = { level: 1, percent: 10, 'km/h': 0.2, mmHg: 5, W: 10 };

/** Longest time in pause before a session ends by itself, s. Ours. */
export const LONGEST_PAUSE_S = 10 * 60;

/** The lowest limits of class, device, profile and user. Each of `userLimits` can lower a limit but not raise it. */
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
  // If the limits leave nothing in between, the milder end is used.
  return min <= max ? { ...range, min, max } : { ...range, min: max, max };
}

/** A value that is not a number counts as `least`. */
function atLeast(least: number, value: number): number {
  return value >= least ? value : least;
}
