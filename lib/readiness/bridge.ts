import { dayNumber } from '../core/day';
import { computeMean, computeSd } from '../core/statistics';
import { FORMAT_IDS } from '../exchange/ids';
import type { CheckSeries, DayCheck } from './types';

/** How checks of one strap are compared with those of another. */

/**
 * SD of the difference (ln units) that is assumed before there is evidence: between two straps of one class, and between a history without
 * a sensor and a strap. Ours.
 */
const PRIOR_SD = { strap: 0.1, history: 0.4 } as const;
/** Number of mornings of each strap, nearest to the change, that the difference is estimated from. */
const NEAREST = 14;
/** Successive mornings are similar, so 14 of them say less than 14 independent ones. Ours. */
const SERIAL = 1.5;
/** Fewest mornings of the new strap whose own spread counts. Ours. */
const LEAST_SD_DAYS = 5;
/** SD of one difference between two straps on one morning: two recordings minutes apart are not alike. Ours. */
const PAIR_SD = 0.15;
/** SDs within which the difference is assumed to lie (95 %): inside, the user gets the benefit of the doubt. */
export const DOUBT = 1.96;

/** A check converted to the level of today's strap. */
export interface BridgedCheck extends DayCheck {
  /** The conversion, in ln units. */
  readonly offset: number;
  readonly doubtSd: number;
}

const HISTORIES: ReadonlySet<string> = new Set(FORMAT_IDS);
const isHistory = (series: CheckSeries | undefined) => series !== undefined && HISTORIES.has(series.sensor);
const findStrap = (series: CheckSeries | undefined) => `${series?.sensor}/${series?.strap}`;

/**
 * Whether two checks belong to the same series: same class of sensor, posture and breathing; or one of them comes from a history without
 * these (typed, imported).
 */
function comparable(a: CheckSeries | undefined, b: CheckSeries | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const same = (x: string | null, y: string | null) => x === y || ((isHistory(a) || isHistory(b)) && (x === null || y === null));
  const classes = a.sensor === b.sensor || isHistory(a) || isHistory(b);
  return classes && same(a.posture, b.posture) && same(a.breathing, b.breathing);
}

/** The checks that are comparable with `to` (default: the latest one's series), at its strap's level. */
export function asOneSeries(checks: readonly DayCheck[], to = latest(checks)?.series): BridgedCheck[] {
  return bridge(
    checks.filter(({ series }) => comparable(series, to)),
    to,
  );
}

function latest(checks: readonly DayCheck[]): DayCheck | undefined {
  return checks.reduce<DayCheck | undefined>((last, check) => (last === undefined || check.day > last.day ? check : last), undefined);
}

/**
 * Converts the checks of other straps to the level of today's.
 *
 * The difference is estimated from mornings on which both were worn, otherwise from the 14 mornings of each that are nearest to the
 * other's, and shrunk towards zero: before any evidence it is 0 ± 0.1 (ln) within a class, 0 ± 0.4 for a history without a sensor (normal
 * prior, normal likelihood). Its remaining SD stays with the check as `doubtSd`, which widens the ranges.
 * @param checks comparable ones of the days before, in any order
 * @param to today's series
 */
function bridge(checks: readonly DayCheck[], to: CheckSeries | undefined): BridgedCheck[] {
  const own = findStrap(to);
  const mine = checks.filter(({ series }) => findStrap(series) === own);
  const others = checks.filter(({ series }) => findStrap(series) !== own);
  const moved: BridgedCheck[] = mine.map((check) => ({ ...check, offset: 0, doubtSd: 0 }));
  const days = new Set(mine.map(({ day }) => day));
  for (const strap of new Set(others.map(({ series }) => findStrap(series)))) {
    const theirs = others.filter(({ series }) => findStrap(series) === strap);
    const prior = isHistory(to) || isHistory(theirs[0]?.series) ? PRIOR_SD.history : PRIOR_SD.strap;
    const { offset, sd } = difference(mine, theirs, prior);
    for (const check of theirs) {
      // On a day with both, the check of today's strap counts.
      if (!days.has(check.day)) moved.push({ ...check, lnRmssd: check.lnRmssd + offset, offset, doubtSd: sd });
    }
  }
  return moved;
}

/** How much more `mine` reads than `theirs`, in ln units. */
function difference(mine: readonly DayCheck[], theirs: readonly DayCheck[], priorSd: number): { offset: number; sd: number } {
  const evidence = paired(mine, theirs) ?? adjacent(mine, theirs);
  if (evidence === null) return { offset: 0, sd: priorSd };
  const variance = 1 / (1 / priorSd ** 2 + 1 / evidence.variance);
  return { offset: (variance * evidence.mean) / evidence.variance, sd: Math.sqrt(variance) };
}

/** From at least two mornings with both. */
function paired(mine: readonly DayCheck[], theirs: readonly DayCheck[]): { mean: number; variance: number } | null {
  const own = new Map(mine.map((check) => [check.day, check.lnRmssd]));
  const differences = theirs.flatMap(({ day, lnRmssd }) => {
    const other = own.get(day);
    return other === undefined ? [] : [other - lnRmssd];
  });
  const mean = computeMean(differences);
  if (mean === null || differences.length < 2) return null;
  return { mean, variance: Math.max(PAIR_SD, computeSd(differences) ?? 0) ** 2 / differences.length };
}

function adjacent(mine: readonly DayCheck[], theirs: readonly DayCheck[]): { mean: number; variance: number } | null {
  const [here, there] = [nearestTo(mine, theirs), nearestTo(theirs, mine)];
  const [a, b] = [computeMean(here), computeMean(there)];
  if (a === null || b === null) return null;
  // The larger of the SDs that are known: with a morning or two of the new strap it is the old one's.
  const sd = Math.max(PAIR_SD, computeSd(there) ?? 0, (here.length < LEAST_SD_DAYS ? null : computeSd(here)) ?? 0);
  return { mean: a - b, variance: SERIAL * sd ** 2 * (1 / here.length + 1 / there.length) };
}

/** The values of `checks` nearest in time to the middle of the change between the two straps. */
function nearestTo(checks: readonly DayCheck[], others: readonly DayCheck[]): number[] {
  const end = latest(others)?.day ?? '';
  const sorted = [...checks].sort((a, b) => dayNumber(a.day) - dayNumber(b.day));
  const after = sorted.filter(({ day }) => day > end);
  const nearest = after.length > 0 ? after.slice(0, NEAREST) : sorted.slice(-NEAREST);
  return nearest.map(({ lnRmssd }) => lnRmssd);
}
