import { isIll } from '../catalogue';
import { addDays, type Day, daysBetween } from '../core/day';
import { adviseSession, type DayEvent, type EasierSession, findInjuries, ILL_DAYS, toEasier } from '../readiness';
import { LONG_MIN, type PlannedSession } from '../training';
import { CONFLICT_OFFERS, type ConflictOffer, type ConflictReason } from './conflict-words';
import { isRestSession } from './rest-days';
import type { RestDay } from './routine';
import { findAftermath, isWithinDays } from './routine';
import type { LocalDay, Scene, Session } from './rules';

/** Sessions that their day should not hold. Until the user answers, nothing is planned before or after them. */

type DaySession = PlannedSession & { readonly day: Day };

export type Conflict = {
  /** The planner's session: `s` and its start. */
  readonly sessionId: string;
  readonly why: ConflictReason;
  readonly offers: readonly ConflictOffer[];
  /** The shortened session that `easy` leads to; null if it is not offered. */
  readonly easier: EasierSession | null;
  /** The day that `move` leads to; null if it is not offered. */
  readonly moveTo: Day | null;
} & ({ readonly kind: 'session'; readonly session: DaySession } | { readonly kind: 'event'; readonly event: DayEvent });

/** Days ahead whose sessions are known: no session is moved beyond them. */
const DAYS_KNOWN = 7;
/** The longest easy session of the first days after an illness or a race, minutes. Our choice: a walk or jog of 20–30 min. */
const GENTLE_MIN = 30;

/** Conflicts of the sessions that have not begun, earliest first. */
export function findConflicts(scene: Scene, rest: RestDay | null): Conflict[] {
  return scene.sessions.flatMap((session): Conflict[] => {
    const why = findReason(session, scene, rest);
    if (why === null || why === session.kept) return [];
    const found = findOrigin(session, scene);
    if (found === null) return [];
    const easier = findEasier(session, why, scene);
    const moveTo = session.race ? null : findDayToMoveTo(session, scene, rest);
    const offers = CONFLICT_OFFERS.filter((offer) => {
      if (offer === 'easy') return easier !== null && found.kind === 'session';
      if (offer === 'move') return moveTo !== null;
      // Nobody trains while ill; a race is the user's own decision.
      return offer === 'drop' || why !== 'ill' || session.race;
    });
    return [{ ...found, sessionId: session.id, why, offers, easier: offers.includes('easy') ? easier : null, moveTo }];
  });
}

/** Why its day should not hold a session; null if it may. A race is only in conflict with illness and injury. */
function findReason(session: Session, scene: Scene, rest: RestDay | null): ConflictReason | null {
  const { situation } = scene;
  const day = scene.findWakingDay(session.startMs);
  if (session.done || session.startMs < situation.nowMs || !session.workout || day === undefined) return null;
  const today = day === scene.findWakingDay(situation.nowMs);
  if (today && isIll(situation.health)) return 'ill';
  if (today && findInjuries(situation.health.ticked, situation.health).length > 0 && (session.race || session.effort !== 'easy'))
    return 'injured';
  if (session.race) return null;
  const tooSoon = isTooSoon(session, day, scene);
  if (tooSoon !== null) return tooSoon;
  if (today && situation.travelled && session.effort === 'hard') return 'travel';
  if (today && adviseSession(situation.verdict, session.effort) !== 'as-planned') return 'verdict';
  return rest?.day === day && !isRestSession(session) ? 'rest-day' : null;
}

/** Whether a day lies too soon after an illness or a race for this session. */
function isTooSoon(session: Session, day: LocalDay, scene: Scene): 'back-from-illness' | 'after-race' | null {
  const { returning } = scene.situation;
  if (session.effort !== 'easy' && returning !== null && returning.day + daysFromNow(day.day, scene) <= returning.of) {
    return 'back-from-illness';
  }
  const demanding = session.effort === 'hard' || session.minutes >= LONG_MIN;
  const after = (one: Session) => isWithinDays(one, day, scene, findAftermath(one)?.easy ?? 0);
  return demanding && scene.sessions.some((one) => one !== session && one.startMs < session.startMs && after(one)) ? 'after-race' : null;
}

function daysFromNow(day: Day, { findWakingDay, situation }: Scene): number {
  const today = findWakingDay(situation.nowMs);
  return today === undefined ? 0 : daysBetween(today.day, day);
}

function findEasier(session: Session, why: ConflictReason, { situation }: Scene): EasierSession | null {
  if (session.race || why === 'ill' || why === 'injured' || (why === 'verdict' && situation.verdict === 'rest')) return null;
  const easier = toEasier(session.minutes);
  const gentle = why === 'back-from-illness' || why === 'after-race';
  return gentle ? { ...easier, minutes: Math.min(GENTLE_MIN, easier.minutes) } : easier;
}

/** The first later day without a session or an event on which nothing speaks against it; while ill, not the next day either. */
function findDayToMoveTo(session: Session, scene: Scene, rest: RestDay | null): Day | null {
  const { situation, days } = scene;
  const from = scene.findDay(session.startMs);
  const today = scene.findDay(situation.nowMs);
  if (from === undefined || today === undefined) return null;
  const earliest = isIll(situation.health) ? addDays(today.day, ILL_DAYS + 1) : from.day;
  const suits = (day: LocalDay) =>
    day.day > from.day &&
    day.day >= earliest &&
    daysBetween(today.day, day.day) <= DAYS_KNOWN &&
    day !== rest?.day &&
    scene.training.get(day)?.length === 0 &&
    isTooSoon(session, day, scene) === null;
  return days.find(suits)?.day ?? null;
}

/** The planned session or the event that a session was made from; null for one that was done. */
function findOrigin(
  session: Session,
  { situation, findDay }: Scene,
): { readonly kind: 'session'; readonly session: DaySession } | { readonly kind: 'event'; readonly event: DayEvent } | null {
  const findDayOf = (atMs: number) => findDay(atMs)?.day ?? '';
  const isPart = (atMs: number) => atMs >= session.startMs && atMs < session.endMs;
  const event = situation.events.find(({ kind, atMs }) => isPart(atMs) && (kind === 'race') === session.race);
  if (event !== undefined) return { kind: 'event', event: { kind: event.kind, atMs: event.atMs, day: findDayOf(event.atMs) } };
  const planned = situation.planned.find(({ atMs }) => isPart(atMs));
  if (planned === undefined) return null;
  const { sport, atMs, minutes, intensity } = planned;
  return { kind: 'session', session: { sport, atMs, minutes, intensity, day: findDayOf(atMs) } };
}
