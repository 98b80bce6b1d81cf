import type { Conflict, ConflictOffer } from '../../planner';
import { changeSetting, putPlanned, type ReboundDatabase, type StoredPlanned, type TrainingEvent, type World } from '../../storage';

/** The user's answer to a conflict. It is stored with the session or event, so that it survives planning again and can be taken back. */

/** The same local time on another day. */
export function moveToDay(atMs: number, day: string): number {
  const at = new Date(atMs);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  at.setFullYear(year, month - 1, date);
  return at.getTime();
}

/** Stores the answer. Returns a function that undoes it; null when the session is gone. */
export async function answerConflict(
  db: ReboundDatabase,
  world: World,
  conflict: Conflict,
  offer: ConflictOffer,
): Promise<(() => Promise<void>) | null> {
  return conflict.kind === 'session' ? answerSession(db, world, conflict, offer) : answerEvent(db, conflict, offer);
}

type SessionConflict = Extract<Conflict, { kind: 'session' }>;
type EventConflict = Extract<Conflict, { kind: 'event' }>;

async function answerSession(db: ReboundDatabase, world: World, conflict: SessionConflict, offer: ConflictOffer) {
  const { session, easier, moveTo, why } = conflict;
  const before = await db.planned
    .where('[world+day]')
    .equals([world, session.day])
    .filter((one) => one.atMs === session.atMs && one.sport === session.sport)
    .first();
  if (before === undefined) return null;
  const { atMs, minutes, intensity, day } = before;
  const answer = { offer, why, was: { atMs, minutes, intensity, day } };
  const eased = offer === 'easy' && easier !== null ? { intensity: easier.intensity, minutes: easier.minutes } : {};
  const moved = offer === 'move' && moveTo !== null ? { day: moveTo, atMs: moveToDay(atMs, moveTo) } : {};
  await putPlanned(db, { ...before, ...eased, ...moved, answer });
  return () => putPlanned(db, before);
}

async function answerEvent(db: ReboundDatabase, { event, moveTo, why }: EventConflict, offer: ConflictOffer) {
  const isIt = (one: TrainingEvent) => one.kind === event.kind && one.atMs === event.atMs;
  const atMs = offer === 'move' && moveTo !== null ? moveToDay(event.atMs, moveTo) : event.atMs;
  const answer = { offer, why, wasMs: event.atMs };
  const change = (from: (one: TrainingEvent) => boolean, to: (one: TrainingEvent) => TrainingEvent) =>
    changeSetting(db, 'events', (events) => events.map((one) => (from(one) ? to(one) : one)));
  await change(isIt, (one) => ({ ...one, atMs, answer }));
  return () => change((one) => one.kind === event.kind && one.atMs === atMs, toUnanswered);
}

/** The event as it was before the answer. */
export function toUnanswered({ answer, ...event }: TrainingEvent): TrainingEvent {
  return answer === null || answer === undefined ? event : { ...event, atMs: answer.wasMs };
}

/** Takes an answer back: the session is as it was, and is asked about again. */
export async function takeBackAnswer(db: ReboundDatabase, planned: StoredPlanned): Promise<void> {
  const { answer, ...session } = planned;
  await putPlanned(db, { ...session, ...answer?.was });
}
