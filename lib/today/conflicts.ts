import { addDays, type Day } from '../core/day';
import type { Plan } from '../planner';
import { type DayEvent, type DayHealth, findFreeDay, ILL_DAYS, type Readiness, type SessionAdvice } from '../readiness';
import type { PlannedSession } from '../training';

/** Finds planned sessions and events that conflict with today's verdict or with the plan. Pure. */

/** What can be done about a conflict. */
export type ConflictOffer = 'easy' | 'move' | 'drop' | 'keep';

type DaySession = PlannedSession & { readonly day: Day };

export type Conflict = {
  /**
   * `ill` and `injured`: the user's state today. `verdict`: the verdict advises less. `rest-day`: the plan has its rest day on that day.
   */
  readonly why: 'ill' | 'injured' | 'verdict' | 'rest-day';
  readonly offers: readonly ConflictOffer[];
  /** The shortened session that `easy` leads to; null if it is not offered, or the event has no length. */
  readonly easier: SessionAdvice['easier'];
  /** The day that `move` leads to; null if it is not offered. */
  readonly moveTo: Day | null;
} & ({ readonly kind: 'session'; readonly session: DaySession } | { readonly kind: 'event'; readonly event: DayEvent });

/** As much of a conflict as one line shows. */
export type ShownConflict = Pick<Conflict, 'why'> &
  (
    | { readonly kind: 'session'; readonly session: Pick<DaySession, 'sport' | 'atMs' | 'day'> }
    | { readonly kind: 'event'; readonly event: Pick<DayEvent, 'kind' | 'atMs' | 'day'> }
  );

export interface ConflictInput {
  readonly day: Day;
  readonly nowMs: number;
  readonly readiness: Pick<Readiness, 'verdict'>;
  readonly health: DayHealth;
  readonly sessions: readonly SessionAdvice[];
  readonly planned: readonly DaySession[];
  readonly events: readonly DayEvent[];
  readonly plan: Pick<Plan, 'items'>;
}

/** A session that starts this close to an event is that event. Our choice. */
const SAME_MS = 3 * 3_600_000;
/** Days ahead whose sessions are known: no session is moved beyond them. */
const DAYS_KNOWN = 7;
/** An easy session up to this long is active recovery and fits a rest day, as in the planner. */
const EASY_MIN = 60;

/** Conflicts of today and of the plan's days, earliest first. Ignores everything that has begun. */
export function findConflicts(input: ConflictInput): Conflict[] {
  const events = eventConflicts(input);
  const isEvent = ({ atMs }: DaySession) => input.events.some((event) => Math.abs(event.atMs - atMs) <= SAME_MS);
  const sessions = [...adviceConflicts(input), ...restDayConflicts(input)].filter(({ session }) => !isEvent(session));
  return [...sessions, ...events].sort((a, b) => toStartMs(a) - toStartMs(b));
}

type SessionConflict = Extract<Conflict, { kind: 'session' }>;

function toStartMs(conflict: Conflict): number {
  return conflict.kind === 'session' ? conflict.session.atMs : conflict.event.atMs;
}

/** Sessions of today that exceed the verdict's advice. */
function adviceConflicts(input: ConflictInput): SessionConflict[] {
  const { sessions, health } = input;
  const moveTo = findDayToMoveTo(input, input.day);
  return sessions.flatMap(({ session, advice, easier }) => {
    if (advice === 'as-planned') return [];
    const offered = advice === 'easier' ? easier : null;
    return [{ kind: 'session', why: findReason(health), session, easier: offered, moveTo, offers: listOffers(offered !== null, moveTo) }];
  });
}

/** Sessions on a later day that the plan makes the week's rest day. */
function restDayConflicts(input: ConflictInput): SessionConflict[] {
  const { planned, day } = input;
  const restDays = new Set(listRestDays(input));
  return planned
    .filter((session) => session.day > day && restDays.has(session.day) && !isEasy(session))
    .map((session) => {
      const easier = { intensity: 'easy', minutes: Math.min(EASY_MIN, session.minutes) } as const;
      const moveTo = findDayToMoveTo(input, session.day);
      return { kind: 'session', why: 'rest-day', session, easier, moveTo, offers: listOffers(true, moveTo) };
    });
}

function listRestDays({ plan }: ConflictInput): Day[] {
  return plan.items.filter(({ modality }) => modality === 'rest-day').map((item) => item.day);
}

/** Never a rest day of the plan; while ill, not the next day either. */
function findDayToMoveTo(input: ConflictInput, from: Day): Day | null {
  const { planned, events, day, health } = input;
  const after = health.ill.length > 0 ? addDays(from, ILL_DAYS) : from;
  return findFreeDay(planned, events, after, addDays(day, DAYS_KNOWN), listRestDays(input));
}

function isEasy({ intensity, minutes }: PlannedSession): boolean {
  return intensity === 'easy' && minutes <= EASY_MIN;
}

/** A race is never moved, and only illness and injury conflict with it. A hard session entered as an event counts as a hard session. */
function eventConflicts(input: ConflictInput): Conflict[] {
  const { day, nowMs, events, readiness, health } = input;
  const unwell = health.ill.length > 0 || health.injured.length > 0;
  const tooHard = readiness.verdict === 'easy' || readiness.verdict === 'rest';
  const moveTo = findDayToMoveTo(input, day);
  return events
    .filter((event) => event.day === day && event.atMs >= nowMs && (unwell || (event.kind !== 'race' && tooHard)))
    .map((event) => {
      const to = event.kind === 'race' ? null : moveTo;
      const easy = !unwell && readiness.verdict === 'easy';
      return { kind: 'event', why: findReason(health), event, easier: null, moveTo: to, offers: listOffers(easy, to) };
    });
}

function findReason({ ill, injured }: DayHealth): Conflict['why'] {
  if (ill.length > 0) return 'ill';
  return injured.length > 0 ? 'injured' : 'verdict';
}

function listOffers(easy: boolean, moveTo: Day | null): ConflictOffer[] {
  return [...(easy ? (['easy'] as const) : []), ...(moveTo === null ? [] : (['move'] as const)), 'drop', 'keep'];
}
