/** The values for the cap. Every value may be null, but either `birthYear` or `hrMaxBpm` is needed. */
export interface CapInput {
  readonly year: number;
  readonly birthYear: number | null;
  /** Measured by the user, bpm; preferred to any formula. */
  readonly hrMaxBpm: number | null;
  /** Resting heart rate, awake, bpm. */
  readonly hrRestBpm: number | null;
}

export interface Cap {
  readonly capBpm: number;
  readonly hrMaxBpm: number;
  /** `measured`: the user's own value; `tanaka`: computed from the age. */
  readonly hrMaxFrom: 'measured' | 'tanaka';
  /** `reserve`: from resting heart rate and maximum; `maximum`: from the maximum alone. The lower one is used. */
  readonly by: 'reserve' | 'maximum';
}

export type CapResult =
  | { readonly ok: true; readonly cap: Cap }
  | {
      readonly ok: false;
      readonly error: 'needs-birth-year-or-maximum' | 'age-out-of-range' | 'maximum-out-of-range' | 'rest-out-of-range';
    };

/** Upper ends of "light" (ACSM: 30–39 % of the reserve, 57–63 % of the maximum). Ending active recovery there is our choice. */
const OF_RESERVE = 0.39;
const OF_MAXIMUM = 0.63;
const AGE = { min: 10, max: 100 };
const MAXIMUM_BPM = { min: 120, max: 230 };
const REST_BPM = { min: 30, max: 110 };

/**
 * The heart rate, bpm, that active recovery stays below. The sources only say "low intensity"; we use the upper end of what ACSM calls
 * light, by reserve (Karvonen) and by maximum, whichever is lower. A maximum that was not measured is 208 − 0.7 × age (Tanaka, Monahan,
 * Seals 2001), which can be ten beats off for one person. Rounded down. Does not apply to people on medicines that slow the heart: they get
 * no cap, and the loop stays off.
 */
export function heartRateCap({ year, birthYear, hrMaxBpm, hrRestBpm }: CapInput): CapResult {
  if (hrMaxBpm === null && birthYear === null) return { ok: false, error: 'needs-birth-year-or-maximum' };
  const age = birthYear === null ? null : year - birthYear;
  if (age !== null && !within(AGE, age)) return { ok: false, error: 'age-out-of-range' };
  const maximum = hrMaxBpm ?? 208 - 0.7 * (age ?? 0);
  if (!within(MAXIMUM_BPM, maximum)) return { ok: false, error: 'maximum-out-of-range' };
  if (hrRestBpm !== null && !within(REST_BPM, hrRestBpm)) return { ok: false, error: 'rest-out-of-range' };
  const byMaximum = OF_MAXIMUM * maximum;
  const byReserve = hrRestBpm === null ? Number.POSITIVE_INFINITY : hrRestBpm + OF_RESERVE * (maximum - hrRestBpm);
  return {
    ok: true,
    cap: {
      capBpm: Math.floor(Math.min(byMaximum, byReserve)),
      hrMaxBpm: Math.round(maximum),
      hrMaxFrom: hrMaxBpm === null ? 'tanaka' : 'measured',
      by: byReserve < byMaximum ? 'reserve' : 'maximum',
    },
  };
}

function within({ min, max }: { readonly min: number; readonly max: number }, value: number): boolean {
  return value >= min && value <= max;
}
