import type { SessionFilter } from '../../catalogue';
import { sum } from '../../core/statistics';
import { HOUR_MS, MINUTE_MS } from '../../core/time';
import {
  type Activity,
  type Effort,
  EVENT_MINUTES,
  effortScore,
  endMs,
  isHardOrLong,
  isStrength,
  isWorkout,
  judgeEffort,
  LONG_MIN,
  type Region,
  SAME_EVENT_MS,
} from '../../training';
import type { ConflictReason } from '../conflict-words';
import type { PlannedEvent, Situation } from './situation';

/** Past and planned workouts, as the rules about windows need them. */

export interface Session {
  /** Made from its start, so that a planned session keeps its id once it is done on time. */
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly minutes: number;
  readonly strength: boolean;
  readonly effort: Effort;
  readonly race: boolean;
  readonly done: boolean;
  /** Whether it needs recovery: an easy walk and a mobility session do not. */
  readonly workout: boolean;
  readonly regions: readonly Region[];
  /** Its load: one hour at threshold = 100. Estimated from the intended effort before it is done. */
  readonly score: number;
  /** The user keeps it although this speaks against it. */
  readonly kept: ConflictReason | null;
}

/** Two starts with less than this between them share their fuel (AND/DC/ACSM 2016: less than 8 h apart). */
export const SHORT_BREAK_MS = 8 * HOUR_MS;
/** Minutes from when a moderate session needs fuel before it. Our choice. */
const FUELLED_MIN = 60;
/** The effort (CR10) that a session without a score is assumed to have: the middle of its word. Our choice. */
const PLANNED_RPE: Readonly<Record<Effort, number>> = { easy: 3, moderate: 5, hard: 8 };

/** All past and planned sessions, by start. */
export function toRuleSessions({ activities, planned, events, nowMs }: Situation): Session[] {
  const done = activities.filter(({ startMs }) => startMs <= nowMs).map((one) => fromActivity(one, eventsNear(one.startMs, events)));
  const open = planned.filter(({ atMs, minutes }) => atMs + minutes * MINUTE_MS > nowMs && !overlapsDone(atMs, minutes, done));
  const ahead = open.map((one) => fromPlanned(one, eventsNear(one.atMs, events)));
  const bare = events.filter(
    ({ atMs, kind }) =>
      atMs + EVENT_MINUTES[kind] * MINUTE_MS > nowMs &&
      !open.some((one) => Math.abs(one.atMs - atMs) <= SAME_EVENT_MS) &&
      !overlapsDone(atMs, EVENT_MINUTES[kind], done),
  );
  const unique = new Map<string, Session>();
  for (const session of [...done, ...ahead, ...bare.map(fromEvent)]) {
    const same = unique.get(session.id);
    // Two sessions that start together are one: keep the longer, and `race` if either is one.
    const longer = same !== undefined && same.endMs > session.endMs ? same : session;
    unique.set(session.id, { ...longer, race: longer.race || same?.race === true || session.race });
  }
  return [...unique.values()].sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

function overlapsDone(atMs: number, minutes: number, done: readonly Session[]): boolean {
  return done.some(({ startMs, endMs: end }) => startMs < atMs + minutes * MINUTE_MS && end > atMs);
}

function eventsNear(atMs: number, events: readonly PlannedEvent[]): readonly PlannedEvent[] {
  return events.filter((event) => Math.abs(event.atMs - atMs) <= SAME_EVENT_MS);
}

const isRace = (near: readonly PlannedEvent[]) => near.some(({ kind }) => kind === 'race');

function fromActivity(activity: Activity & { readonly score?: number }, near: readonly PlannedEvent[]): Session {
  const minutes = Math.max(0, activity.movingTimeS) / 60;
  const effort = judgeEffort(activity);
  return {
    id: `s${activity.startMs}`,
    startMs: activity.startMs,
    endMs: endMs(activity),
    minutes,
    strength: isStrength(activity),
    effort,
    race: isRace(near),
    done: true,
    workout: isWorkout(activity.sport, effort),
    regions: activity.regions,
    score: activity.score ?? effortScore(minutes, PLANNED_RPE[effort]),
    kept: null,
  };
}

function fromPlanned({ sport, atMs, minutes, intensity, kept }: Situation['planned'][number], near: readonly PlannedEvent[]): Session {
  // If two entries describe one session, use the earlier start and the later end.
  const times = [atMs, ...near.map((event) => event.atMs)];
  const startMs = Math.min(...times);
  const end = Math.max(...times) + minutes * MINUTE_MS;
  const effort = near.length === 0 ? intensity : 'hard';
  return {
    id: `s${startMs}`,
    startMs,
    endMs: end,
    minutes: (end - startMs) / MINUTE_MS,
    strength: sport === 'strength',
    effort,
    race: isRace(near),
    done: false,
    workout: isWorkout(sport, effort),
    regions: [],
    score: effortScore((end - startMs) / MINUTE_MS, PLANNED_RPE[effort]),
    kept: kept ?? near.find((event) => event.kept)?.kept ?? null,
  };
}

function fromEvent({ kind, atMs, kept }: PlannedEvent): Session {
  return {
    id: `s${atMs}`,
    startMs: atMs,
    endMs: atMs + EVENT_MINUTES[kind] * MINUTE_MS,
    minutes: EVENT_MINUTES[kind],
    strength: false,
    effort: 'hard',
    race: kind === 'race',
    done: false,
    workout: true,
    regions: [],
    score: effortScore(EVENT_MINUTES[kind], PLANNED_RPE.hard),
    kept: kept ?? null,
  };
}

/** Whether a window with this filter applies to the session. */
export function fits(session: Session, filter: SessionFilter, all: readonly Session[], dayEndMs: number): boolean {
  const { strength, effort, race, minutes, workout } = session;
  if (!workout) return false;
  switch (filter) {
    case 'any':
      return true;
    case 'endurance':
      return !strength && effort !== 'easy';
    case 'strength':
      return strength;
    case 'intense':
      return effort === 'hard';
    case 'long':
      return minutes >= LONG_MIN;
    case 'hard-or-long':
      return isHardOrLong(session);
    case 'race':
      return race;
    case 'fuelled':
      return isHardOrLong(session) || (effort === 'moderate' && minutes >= FUELLED_MIN);
    case 'again-today':
      return all.some((other) => other.startMs > session.endMs && other.startMs < dayEndMs);
    case 'soon-again':
      return all.some(
        (other) =>
          other.workout && other.startMs > session.endMs && other.startMs - session.endMs < SHORT_BREAK_MS && other.startMs < dayEndMs,
      );
  }
}

/** What a day's sessions earn in minutes of recovery: this, and this share of their load. Our choice. */
const EARNED = { minutes: 10, perScore: 0.25 } as const;

/** The minutes of recovery that sessions of these loads earn together. */
export function computeEarnedMin(scores: readonly number[]): number {
  return EARNED.minutes + EARNED.perScore * sum(scores);
}
