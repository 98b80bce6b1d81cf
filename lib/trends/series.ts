import { addDays, type Day, dayNumber, daysBetween } from '../core/day';
import { meanOf } from '../core/statistics';
import { BASELINE_DAYS, cvPctOf, type DayCheck, type DayCheckIn, enters, findSorest, usualOf } from '../readiness';
import type { DayLoad } from '../training';

/** Figures day by day for the charts: one entry a day without gaps, null where there is nothing. Pure. */

export type SeriesValues = readonly (number | null)[];

/** Days of the rolling mean, and the fewest of them that it is made from (Plews 2014: at least 3 valid days a week). */
const WEEK = 7;
const LEAST_OF_WEEK = 3;
/** The usual range is carried on over so many days without a check; then the line breaks. */
const CARRY_DAYS = 14;

/** Every day from `from` to `to`, both included. */
export function dayGrid(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
}

export interface HeartSeries {
  /** ln(RMSSD), its mean over 7 days, and the usual range as it stood on the day: without it, from the 60 days before. */
  readonly ln: SeriesValues;
  readonly lnMean7: SeriesValues;
  readonly lnLow: SeriesValues;
  readonly lnHigh: SeriesValues;
  /** Heart rate of the check, bpm. */
  readonly hr: SeriesValues;
  readonly hrMean7: SeriesValues;
  readonly hrLow: SeriesValues;
  readonly hrHigh: SeriesValues;
  /** Coefficient of variation of ln(RMSSD) over 7 days, % (Plews 2012, Eur J Appl Physiol 112:3729). */
  readonly cvPct: SeriesValues;
}

/**
 * What the checks say, day by day. Means are taken over checks of one strap, posture and breathing alone, those of the latest of the week:
 * another strap begins its own line. The range is in the units of the day's strap.
 * @param checks those that count, oldest first; those of the 60 days before `days` are needed as well. Of a day with several the last one
 * is shown
 * @param every the range is worked out for every so many days and held in between: from one day to the next one of 60 mornings changes
 * @param shown the checks whose own figures are shown: those that count, and where the caller says so those that were ruled out
 */
export function heartSeries(
  checks: readonly DayCheck[],
  days: readonly Day[],
  widthSd: number,
  every = 1,
  shown: readonly DayCheck[] = checks,
): HeartSeries {
  const series = blank(days.length);
  const first = days[0];
  if (first === undefined) return series;
  for (const { day, lnRmssd, hrBpm } of shown) {
    const place = dayNumber(day) - dayNumber(first);
    if (place < 0 || place >= days.length) continue;
    series.ln[place] = lnRmssd;
    series.hr[place] = hrBpm;
  }
  const keys = checks.map(seriesKey);
  // Years of days: by their numbers, and with no list for each of them.
  const [start, at] = [dayNumber(first), checks.map(({ day }) => dayNumber(day))];
  const [values, rates]: [number[], number[]] = [[], []];
  let [oldest, week, next] = [0, 0, 0];
  let usual: ReturnType<typeof usualOf> | null = null;
  for (const [i, day] of days.entries()) {
    const now = start + i;
    while (next < at.length && (at[next] ?? 0) <= now) next++;
    while (oldest < next && (at[oldest] ?? 0) < now - BASELINE_DAYS) oldest++;
    while (week < next && (at[week] ?? 0) < now + 1 - WEEK) week++;
    const [last, lastAt = 0] = [checks[next - 1], at[next - 1]];
    if (last === undefined || now - lastAt > CARRY_DAYS) {
      usual = null;
      continue;
    }
    if (usual === null || i % every === 0 || i === days.length - 1) usual = usualOf(checks.slice(oldest, next), { ...last, day }, widthSd);
    series.lnLow[i] = usual.lnRmssd?.low ?? null;
    series.lnHigh[i] = usual.lnRmssd?.high ?? null;
    series.hrLow[i] = usual.hr?.low ?? null;
    series.hrHigh[i] = usual.hr?.high ?? null;
    values.length = 0;
    rates.length = 0;
    for (let k = week; k < next; k++) {
      const check = checks[k];
      // A late check is shown, and enters no mean.
      if (check === undefined || keys[k] !== keys[next - 1] || !enters(check)) continue;
      values.push(check.lnRmssd);
      if (check.hrBpm !== null) rates.push(check.hrBpm);
    }
    series.lnMean7[i] = meanOfWeek(values);
    series.hrMean7[i] = meanOfWeek(rates);
    series.cvPct[i] = cvPctOf(values);
  }
  return series;
}

type Column = (number | null)[];

function blank(length: number): Record<keyof HeartSeries, Column> {
  const column = (): Column => new Array<number | null>(length).fill(null);
  return {
    ln: column(),
    lnMean7: column(),
    lnLow: column(),
    lnHigh: column(),
    hr: column(),
    hrMean7: column(),
    hrLow: column(),
    hrHigh: column(),
    cvPct: column(),
  };
}

/** What mornings must share to be compared: sensor, strap, posture and breathing. */
export function seriesKey({ series }: DayCheck): string {
  return series === undefined ? '' : `${series.sensor} ${series.strap} ${series.posture} ${series.breathing}`;
}

/** Null with fewer values than a week's mean needs. */
function meanOfWeek(values: readonly number[]): number | null {
  return values.length < LEAST_OF_WEEK ? null : meanOf(values);
}

/** The mean of each day and the 6 before it; null where fewer than 3 of them have a value. */
export function weekMean(values: SeriesValues): SeriesValues {
  return values.map((_, i) => {
    let [sum, count] = [0, 0];
    for (let k = Math.max(0, i + 1 - WEEK); k <= i; k++) {
      const value = values[k] ?? null;
      if (value === null) continue;
      sum += value;
      count++;
    }
    return count < LEAST_OF_WEEK ? null : sum / count;
  });
}

/** The scales of the morning questions, 1 … 5. */
export const FELT = ['sleepQuality', 'energy', 'mood', 'stress', 'soreness'] as const;
export type FeltName = (typeof FELT)[number];

export interface SaidSeries {
  readonly felt: Readonly<Record<FeltName, SeriesValues>>;
  readonly sleepHours: SeriesValues;
  /** Ill or injured. */
  readonly unwell: readonly boolean[];
}

/** What was said of the mornings, day by day. Soreness is the most of the whole and of any region. */
export function saidSeries(checkIns: readonly DayCheckIn[], days: readonly Day[]): SaidSeries {
  const said = new Map(checkIns.map((one) => [one.day, one]));
  const each = <Value>(read: (checkIn: DayCheckIn | undefined) => Value) => days.map((day) => read(said.get(day)));
  return {
    felt: {
      sleepQuality: each((one) => one?.sleepQuality ?? null),
      energy: each((one) => one?.energy ?? null),
      mood: each((one) => one?.mood ?? null),
      stress: each((one) => one?.stress ?? null),
      soreness: each(findSorest),
    },
    sleepHours: each((one) => one?.sleepHours ?? null),
    unwell: each((one) => one?.ill === true || one?.injured === true),
  };
}

const LOADS = ['score', 'ctl', 'atl', 'tsb', 'monotony', 'strain'] as const;
export type LoadSeries = Readonly<Record<(typeof LOADS)[number], SeriesValues>>;

/** Load day by day; null before the first activity. */
export function loadSeries(loads: readonly DayLoad[], days: readonly Day[]): LoadSeries {
  const [first, from] = [loads[0]?.day, days[0]];
  const shift = first === undefined || from === undefined ? 0 : daysBetween(first, from);
  const column = (name: (typeof LOADS)[number]) => days.map((_, i) => loads[i + shift]?.[name] ?? null);
  return {
    score: column('score'),
    ctl: column('ctl'),
    atl: column('atl'),
    tsb: column('tsb'),
    monotony: column('monotony'),
    strain: column('strain'),
  };
}
