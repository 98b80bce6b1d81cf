import { addDays, type Day } from '../day';
import { BASELINE_DAYS, type Band, type DayCheck, usualOf } from '../readiness';
import {
  type Check,
  checksBetween,
  countChecks,
  dayCheckOf,
  historyBetween,
  historyCheck,
  isReadable,
  newestChecks,
  type ReboundDatabase,
  type World,
} from '../storage';

/** What the list of checks shows: each check without its beats, whether it counts, and what was usual then. */

/** Whether a check enters the baseline. Of a day the first readable one does. */
export type Counting =
  | { readonly counts: true }
  | { readonly counts: false; readonly why: 'demo' | 'short' | 'signal' }
  | { readonly counts: false; readonly why: 'later'; readonly first: { readonly startedAtMs: number; readonly timeZone: string } };

/** The usual range when the check was taken, without it; null while there was none. RMSSD as ln, heart rate in bpm. */
export interface UsualThen {
  readonly lnRmssd: Band | null;
  readonly hr: Band | null;
}

/** A check without what is heavy. */
export type LightCheck = Omit<Check, 'rrTicks' | 'errorMs' | 'packets' | 'gaps'> & { readonly readable: boolean };

export interface HistoryRow {
  readonly check: LightCheck;
  /** Corrected, in ms; null where there is none, or the signal was no use. */
  readonly rmssdMs: number | null;
  readonly counting: Counting;
  readonly usual: UsualThen;
}

export interface HistoryPage {
  readonly rows: readonly HistoryRow[];
  /** Checks of this world in all. */
  readonly total: number;
}

/** The newest `count` checks of a world, newest first. Reads them, and the 60 days before them that their ranges rest on. */
export async function historyPage(db: ReboundDatabase, world: World, count: number): Promise<HistoryPage> {
  const total = await countChecks(db, world);
  const shown = await newestChecks(db, world, count, lighten);
  const oldest = shown.map(({ day }) => day).sort()[0];
  if (oldest === undefined) return { rows: [], total };
  const known = new Set(shown.map(({ id }) => id));
  // The oldest day shown may go on beyond the page, and what counts of a day is its first check.
  const before = (await checksBetween(db, world, addDays(oldest, -BASELINE_DAYS), addDays(oldest, 1))).map(lighten);
  const all = [...before.filter(({ id }) => !known.has(id)), ...shown];
  const counted = countedOf(all);
  const newest = shown[0]?.day ?? oldest;
  const mornings = await morningsOf(db, world, counted, oldest, newest > oldest ? newest : oldest);
  return { rows: shown.map((check) => rowOf(check, counted, mornings)), total };
}

/** The same for one check. */
export async function historyRow(db: ReboundDatabase, check: Check): Promise<HistoryRow> {
  const around = await checksBetween(db, check.world, addDays(check.day, -BASELINE_DAYS), check.day);
  const counted = countedOf(around.map(lighten));
  return rowOf(lighten(check), counted, await morningsOf(db, check.world, counted, check.day, check.day));
}

/** The mornings that the ranges of `from` to `to` rest on, oldest first. A day that came from elsewhere as well has both: they tell how the two sensors differ. */
async function morningsOf(
  db: ReboundDatabase,
  world: World,
  counted: ReadonlyMap<Day, LightCheck>,
  from: Day,
  to: Day,
): Promise<readonly DayCheck[]> {
  const histories = world === 'own' ? await historyBetween(db, addDays(from, -BASELINE_DAYS), to) : [];
  const measured = [...counted.values()].flatMap((check) => dayCheckOf(check) ?? []);
  return [...histories.map(historyCheck), ...measured].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function lighten(check: Check): LightCheck {
  const { rrTicks: _rrTicks, errorMs: _errorMs, packets: _packets, gaps: _gaps, ...light } = check;
  return { ...light, readable: isReadable(check) };
}

/** The check of each day that counts: the first readable one. */
function countedOf(checks: readonly LightCheck[]): Map<Day, LightCheck> {
  const counted = new Map<Day, LightCheck>();
  for (const check of checks) {
    const other = counted.get(check.day);
    if (check.readable && (other === undefined || check.startedAtMs < other.startedAtMs)) counted.set(check.day, check);
  }
  return counted;
}

function rowOf(check: LightCheck, counted: ReadonlyMap<Day, LightCheck>, mornings: readonly DayCheck[]): HistoryRow {
  const { corrected, quality } = check.summary;
  return {
    check,
    rmssdMs: quality.rating === 'unusable' ? null : corrected.rmssdMs,
    counting: countingOf(check, counted.get(check.day)),
    usual: usualThen(check, mornings),
  };
}

function countingOf(check: LightCheck, first: LightCheck | undefined): Counting {
  if (check.world === 'demo') return { counts: false, why: 'demo' };
  if (!check.readable) {
    const { rating, reasons } = check.summary.quality;
    const short = reasons[0]?.code === 'short' || (rating !== 'poor' && rating !== 'unusable');
    return { counts: false, why: short ? 'short' : 'signal' };
  }
  if (first !== undefined && first.id !== check.id) {
    return { counts: false, why: 'later', first: { startedAtMs: first.startedAtMs, timeZone: first.timeZone } };
  }
  return { counts: true };
}

/** The range as it stood on the check's day. A check that does not count is measured against it as well. */
function usualThen(check: LightCheck, mornings: readonly DayCheck[]): UsualThen {
  const own = dayCheckOf(check);
  if (own === null) return { lnRmssd: null, hr: null };
  const first = addDays(check.day, -BASELINE_DAYS);
  const before = mornings.filter(({ day }) => day >= first && day < check.day);
  return usualOf(before, own);
}
