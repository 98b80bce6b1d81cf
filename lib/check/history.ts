import { addDays, type Day } from '../core/day';
import { DAY_MS } from '../core/time';
import { BASELINE_DAYS, type Band, type DayCheck, findUsual } from '../readiness';
import { countedMornings, type FirstTraining, firstTraining, type RuledOut, ruledOut } from '../readiness/mornings';
import {
  activitiesBetween,
  type Check,
  checksBetween,
  countChecks,
  historyBetween,
  historyCheck,
  type Morning,
  newestChecks,
  type ReboundDatabase,
  toMorning,
  type World,
} from '../storage';

/** The list of checks: each check without its beats, whether it counts, and the usual range at the time. */

/** Whether a check enters the baseline. The first readable one of each day does. */
export type Counting =
  | { readonly counts: true }
  | { readonly counts: false; readonly why: 'demo' | 'short' | 'signal' | RuledOut }
  | { readonly counts: false; readonly why: 'later'; readonly first: { readonly startedAtMs: number; readonly timeZone: string } };

/** The usual range when the check was taken, not including it; null while there was none. RMSSD as ln, heart rate in bpm. */
export interface UsualThen {
  readonly lnRmssd: Band | null;
  readonly hr: Band | null;
}

/** A check without its large fields. */
export type LightCheck = Omit<Check, 'rrTicks' | 'errorMs' | 'packets' | 'gaps'> & { readonly morning: Morning };

export interface HistoryEntry {
  readonly check: LightCheck;
  /** Corrected, in ms; null where there is none, or the signal was unusable. */
  readonly rmssdMs: number | null;
  readonly counting: Counting;
  readonly usual: UsualThen;
}

export interface HistoryPage {
  readonly rows: readonly HistoryEntry[];
  /** Number of all checks of this world. */
  readonly total: number;
}

/** The newest `count` checks of a world, newest first. Reads them, and those of the 60 days before for their ranges. */
export async function historyPage(db: ReboundDatabase, world: World, count: number): Promise<HistoryPage> {
  const total = await countChecks(db, world);
  const shown = await newestChecks(db, world, count, lighten);
  const oldest = shown.map(({ day }) => day).sort()[0];
  if (oldest === undefined) return { rows: [], total };
  const known = new Set(shown.map(({ id }) => id));
  // The oldest day on the page may have more checks beyond it, and its first one is the one that counts.
  const before = (await checksBetween(db, world, addDays(oldest, -BASELINE_DAYS), addDays(oldest, 1))).map(lighten);
  const all = [...before.filter(({ id }) => !known.has(id)), ...shown];
  const newest = shown[0]?.day ?? oldest;
  const days = await readDays(db, world, all, oldest, newest > oldest ? newest : oldest);
  return { rows: shown.map((check) => toRow(check, days)), total };
}

/** The same for one check. */
export async function toHistoryRow(db: ReboundDatabase, check: Check): Promise<HistoryEntry> {
  const around = await checksBetween(db, check.world, addDays(check.day, -BASELINE_DAYS), check.day);
  return toRow(lighten(check), await readDays(db, check.world, around.map(lighten), check.day, check.day));
}

/** The days that checks are judged by. */
interface Days {
  readonly trained: FirstTraining;
  /** The check that counts for each day. */
  readonly counted: ReadonlyMap<Day, LightCheck>;
  /** As on Today: imported mornings before those measured here. */
  readonly mornings: ReadonlyMap<Day, readonly DayCheck[]>;
}

/** @param checks those of the days `from` to `to`, and of the 60 days before for their ranges */
async function readDays(db: ReboundDatabase, world: World, checks: readonly LightCheck[], from: Day, to: Day): Promise<Days> {
  const first = addDays(from, -BASELINE_DAYS);
  const [histories, activities] = await Promise.all([
    world === 'own' ? historyBetween(db, first, to) : [],
    activitiesBetween(db, world, Date.parse(first) - DAY_MS, Date.parse(to) + 2 * DAY_MS),
  ]);
  const byTime = checks.map(({ morning }) => morning).sort((a, b) => a.startedAtMs - b.startedAtMs);
  const trained = firstTraining(activities, byTime);
  const standing = countedMornings(byTime, trained);
  const byId = new Map(checks.map((check) => [check.id, check]));
  const counted = new Map(
    standing.flatMap(({ id }) => {
      const check = byId.get(id);
      return check === undefined ? [] : [[check.day, check] as const];
    }),
  );
  const mornings = new Map<Day, DayCheck[]>();
  for (const morning of [...histories.map(historyCheck), ...standing.map(({ check }) => check)])
    mornings.set(morning.day, [...(mornings.get(morning.day) ?? []), morning]);
  return { trained, counted, mornings };
}

function lighten(check: Check): LightCheck {
  const { rrTicks: _rrTicks, errorMs: _errorMs, packets: _packets, gaps: _gaps, ...light } = check;
  return { ...light, morning: toMorning(check) };
}

function toRow(check: LightCheck, { trained, counted, mornings }: Days): HistoryEntry {
  const { corrected, quality } = check.summary;
  return {
    check,
    rmssdMs: quality.rating === 'unusable' ? null : corrected.rmssdMs,
    counting: judgeCounting(check, counted.get(check.day), trained),
    usual: usualThen(check, mornings),
  };
}

function judgeCounting(check: LightCheck, first: LightCheck | undefined, trained: FirstTraining): Counting {
  if (check.world === 'demo') return { counts: false, why: 'demo' };
  if (!check.morning.readable) {
    const { rating, reasons } = check.summary.quality;
    const short = reasons[0]?.code === 'short' || (rating !== 'poor' && rating !== 'unusable');
    return { counts: false, why: short ? 'short' : 'signal' };
  }
  const out = ruledOut(check.morning, trained);
  if (out !== null) return { counts: false, why: out };
  if (first !== undefined && first.id !== check.id) {
    return { counts: false, why: 'later', first: { startedAtMs: first.startedAtMs, timeZone: first.timeZone } };
  }
  return { counts: true };
}

/** The range of the check's day. A check that does not count is compared with it as well. */
function usualThen(check: LightCheck, mornings: ReadonlyMap<Day, readonly DayCheck[]>): UsualThen {
  const own = check.morning.check;
  if (own === null) return { lnRmssd: null, hr: null };
  const before: DayCheck[] = [];
  for (let age = BASELINE_DAYS; age >= 1; age--) {
    before.push(...(mornings.get(addDays(check.day, -age)) ?? []));
  }
  return findUsual(before, own);
}
