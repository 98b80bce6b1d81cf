import { type Day, dayOf } from './day';
import { type DayCheck, type Readiness, readinessOf } from './readiness';
import { type Check, checksForBaseline, countChecks, type ReboundDatabase, type World } from './storage';

/** Shortest counted stretch, in s of beat time, that may enter the baseline. */
const LEAST_COUNTED_S = 55;

/** What every surface shows of today: the same reading, made in one place. */
export interface Today {
  readonly day: Day;
  readonly readiness: Readiness;
  /** The check that the reading rests on: the first readable one of the day, else the last that could not be read. */
  readonly check: Check | null;
  /** All of this is of the simulated strap: its own world, which the user's baseline never sees. */
  readonly demo: boolean;
}

/** Whether a check may enter the baseline: long enough, and readable. */
export function isReadable(check: Check): boolean {
  const { rating } = check.summary.quality;
  const beats = check.summary.beats;
  const meanRr = check.summary.raw.meanRrMs ?? 0;
  return (
    check.summary.corrected.lnRmssd !== null && (beats * meanRr) / 1000 >= LEAST_COUNTED_S && rating !== 'poor' && rating !== 'unusable'
  );
}

/** What a check is to readiness; null without a figure. A strap that is not known is one of its own. */
export function dayCheckOf({
  day,
  summary,
  sensor,
  posture,
  breathing,
}: Omit<Check, 'rrTicks' | 'errorMs' | 'packets' | 'gaps'>): DayCheck | null {
  const { corrected, meanHrBpm, quality } = summary;
  if (corrected.lnRmssd === null) return null;
  const series = { sensor: sensor?.class ?? 'unknown', strap: sensor?.id ?? null, posture, breathing: breathing.kind } as const;
  return { day, lnRmssd: corrected.lnRmssd, hrBpm: meanHrBpm, series, rating: quality.rating === 'good' ? 'good' : 'fair' };
}

/** One check a day, the first readable one: later ones of a day are kept, but do not count. Oldest first. */
export function countedDays(checks: readonly Check[]): DayCheck[] {
  const days = new Map<Day, DayCheck>();
  for (const check of checks) {
    const counts = dayCheckOf(check);
    if (days.has(check.day) || counts === null || !isReadable(check)) continue;
    days.set(check.day, counts);
  }
  return [...days.values()];
}

/**
 * Reads the database and says what today is. `nowMs` decides the day, in the machine's present zone. Before the first check of their own,
 * users who have tried the simulated strap see what that one says.
 */
export async function loadToday(db: ReboundDatabase, nowMs: number): Promise<Today> {
  const day = dayOf(nowMs);
  const own = await todayIn(db, 'own', day);
  if (own.check !== null || own.readiness.days > 0 || (await countChecks(db, 'own')) > 0) return own;
  const demo = await todayIn(db, 'demo', day);
  return demo.check === null ? own : demo;
}

/** The same for one world alone: the demo's checks count among themselves only. */
export async function todayIn(db: ReboundDatabase, world: World, day: Day): Promise<Today> {
  const checks = await checksForBaseline(db, world, day);
  const ofToday = checks.filter((check) => check.day === day);
  const counted = countedDays(checks);
  const readable = ofToday.find(isReadable);
  const check = readable ?? ofToday.at(-1) ?? null;
  const counts = counted.find((one) => one.day === day) ?? null;
  const readiness = readinessOf({ day, checks: counted, today: counts, unreadable: check !== null && counts === null });
  return { day, readiness, check, demo: world === 'demo' };
}
