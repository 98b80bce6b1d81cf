import { bedtimeMinutes, type Exclusions, findExclusions, findFast, withoutExcludedMachines } from '../../catalogue';
import { HOUR_MS } from '../../core/time';
import { findSorest } from '../../readiness';
import { freeTime } from './free-time';
import { dayAt, type Interval, type LocalDay, localDays, quietHours, toMinutes, wakingDayAt } from './local-days';
import { computeEarnedMin, type Session, toRuleSessions } from './sessions';
import type { PlannedEvent, Situation } from './situation';

/** A situation prepared for the rules: days and sessions as instants, and what follows from soreness, goal and phase. */

/** A plan reaches this far ahead. */
export const HORIZON_MS = 72 * HOUR_MS;
const DAYS_BEFORE = 8;
/** As far as sessions can be moved. */
const DAYS_AFTER = 8;
/** When the user gets up, minutes of the day, if they have not said. */
export const DEFAULT_WAKE_MIN = 7 * 60;
/** Soreness (1 … 5) from which it counts as intense, and from which it counts at all. Ours; Svetness has the two words and no scale. */
const INTENSE = 4;
const LIGHT = 3;

export type Severity = 'none' | 'light' | 'intense';

export interface Scene {
  readonly situation: Situation;
  readonly exclusions: Exclusions;
  readonly endMs: number;
  /** From eight days ago to five days beyond the end. */
  readonly days: readonly LocalDay[];
  readonly quiet: readonly Interval[];
  /** The hours without food and drink; `unknown` for who fasts and has not said when. */
  readonly fasts: readonly Interval[] | 'unknown';
  readonly sessions: readonly Session[];
  /** Where an item that takes time may be placed, as far as the calendar allows. */
  readonly free: readonly Interval[];
  readonly severity: Severity;
  /** Whether cold must be kept away from strength work. */
  readonly strengthCounts: boolean;
  readonly sleepMin: number;
  readonly findDay: (epochMs: number) => LocalDay | undefined;
  /** The waking day of an instant. */
  readonly findWakingDay: (epochMs: number) => LocalDay | undefined;
  /** The minutes that the sessions of a waking day earn. */
  readonly earnedMin: (day: LocalDay) => number;
  /** Sessions that begin on each day. */
  readonly training: ReadonlyMap<LocalDay, readonly Session[]>;
}

export function buildScene(said: Situation): Scene {
  const exclusions = findExclusions(said.health);
  const situation = { ...said, equipment: withoutExcludedMachines(said.equipment, exclusions) };
  const { nowMs, timeZone } = situation;
  const sessions = toRuleSessions(situation);
  const sleepMin = bedtimeMinutes(situation.sleepTargetH, competes(situation));
  const wakeMin = toMinutes(situation.wake) ?? DEFAULT_WAKE_MIN;
  const days = localDays(nowMs, DAYS_BEFORE, DAYS_AFTER, { timeZone, wakeMin, bedMin: toMinutes(situation.bed), sleepMin });
  const near = days.slice(DAYS_BEFORE - 1);
  const quiet = quietHours(near, toMinutes(situation.quietFrom), toMinutes(situation.quietTo), timeZone);
  let last: LocalDay | undefined;
  let lastWaking: LocalDay | undefined;
  return {
    situation,
    exclusions,
    endMs: nowMs + HORIZON_MS,
    days,
    quiet,
    fasts: findFasts(near, situation),
    sessions,
    free: freeTime(near, quiet, sessions, nowMs, nowMs + HORIZON_MS),
    severity: judgeSeverity(situation),
    strengthCounts: strengthCounts(situation),
    sleepMin,
    // Called for thousands of neighbouring instants.
    training: new Map(days.map((day) => [day, sessions.filter(({ startMs }) => startMs >= day.startMs && startMs < day.endMs)])),
    findDay: (epochMs) => {
      if (last === undefined || epochMs < last.startMs || epochMs >= last.endMs) last = dayAt(days, epochMs);
      return last;
    },
    earnedMin: (day) =>
      computeEarnedMin(sessions.filter(({ startMs }) => startMs >= day.dawnMs && startMs < day.nextDawnMs).map(({ score }) => score)),
    findWakingDay: (epochMs) => {
      if (lastWaking === undefined || epochMs < lastWaking.dawnMs || epochMs >= lastWaking.nextDawnMs)
        lastWaking = wakingDayAt(days, epochMs);
      return lastWaking;
    },
  };
}

function findFasts(days: readonly LocalDay[], { health, timeZone }: Situation): Scene['fasts'] {
  const fast = findFast(health);
  if (fast === 'unknown') return fast;
  return fast === null ? [] : quietHours(days, toMinutes(fast.from), toMinutes(fast.to), timeZone);
}

/** The reasons for longer nights: a taper, a race's phase, or a race that starts within the plan. */
export function competes({ phase, events, nowMs }: Pick<Situation, 'phase' | 'events' | 'nowMs'>): boolean {
  const near = ({ kind, atMs }: PlannedEvent) => kind === 'race' && atMs > nowMs && atMs - nowMs <= HORIZON_MS;
  return phase === 'taper' || phase === 'race' || events.some(near);
}

/** Soreness counts when it is above the user's own usual. */
function judgeSeverity(situation: Situation): Severity {
  const worst = findSorest(situation) ?? 0;
  if (worst <= (situation.usualSoreness ?? 0)) return 'none';
  return worst >= INTENSE ? 'intense' : worst >= LIGHT ? 'light' : 'none';
}

/** Goal or block is size or strength, or no goal is set, which is treated with the same caution. Waived on request near a competition. */
function strengthCounts({ goal, block, coldWaived, phase, events, nowMs }: Situation): boolean {
  const competition = phase === 'race' || events.some(({ kind, atMs }) => kind === 'race' && Math.abs(atMs - nowMs) <= HORIZON_MS);
  if (coldWaived && competition) return false;
  return goal === 'size' || goal === 'strength' || block !== null || goal === null;
}
