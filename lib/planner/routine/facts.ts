import { isIll } from '../../catalogue';
import { sum } from '../../core/statistics';
import { HOUR_MS } from '../../core/time';
import { isHardOrLong, LONG_MIN } from '../../training';
import { type LocalDay, type Scene, type Session, SHORT_BREAK_MS } from '../rules';

/** The plan's rest day, and why. */
export interface RestDay {
  readonly day: LocalDay;
  readonly reason: 'rest-day-due' | 'rest-day-readiness' | 'rest-day-ill' | 'rest-day-race';
}

/** What can be true of a day: the conditions of routines and of their steps. */
export const DAY_FACTS = [
  'ill',
  'back-from-illness',
  'two-starts',
  'race',
  'race-tomorrow',
  'after-race',
  'sore',
  'intense-soreness',
  'endurance',
  'strength',
  'travelled',
  'short-night',
  'rest-day',
  'verdict-low',
  'day-after-hard',
  'day-after-long',
  'day-after-strength',
  'recovering',
  'training',
  'no-training',
  'late-session',
  'high-stress',
  'heavy-phase',
  'chamber-only',
  'little',
  'meals-only',
  'always',
] as const;
export type DayFact = (typeof DAY_FACTS)[number];

/** One day of the plan, with the sessions that it holds: those of its waking hours, without those that wait for an answer. */
export interface DayAhead {
  readonly day: LocalDay;
  /** 0: the waking day that runs, or that begins next. */
  readonly index: number;
  readonly sessions: readonly Session[];
  readonly facts: ReadonlySet<DayFact>;
  /** Why it is the plan's rest day; null: it is not. */
  readonly restReason: RestDay['reason'] | null;
}

/** A session that ends this close to bed is late. Our choice. */
const LATE_MS = 3 * HOUR_MS;
/** Less sleep than this makes a night short, hours (the floor of docs/readiness.md). */
const SHORT_NIGHT_H = 6;
/** Stress (1 … 5) from which it is high. Our choice. */
const HIGH_STRESS = 4;
/** Soreness and travel count for today and tomorrow. Our choice. */
const LASTING_DAYS = 2;
/** A race or hard effort from this long on is hard on the legs for days: the length of a fast marathon. Our choice. */
const LONG_RACE_MIN = 150;
/** A race from this long on has a day after. Our choice. */
const RACE_MIN = 60;
/** A day's load below this needs no recovery that takes time: half an hour of easy running. Our choice. */
const LITTLE_SCORE = 25;
/** Days whose routine is that after a race, and days without hard sessions: a marathon's seven are from HSS; the others are our choice. */
const AFTER = { long: { routine: 3, easy: 7 }, race: { routine: 1, easy: 2 } } as const;

/** How a race or a very long hard session marks the days after it; null: not at all. */
export function findAftermath({ race, effort, minutes, strength }: Session): { readonly routine: number; readonly easy: number } | null {
  if (strength) return null;
  if (minutes >= LONG_RACE_MIN && (race || effort === 'hard')) return AFTER.long;
  return race && minutes >= RACE_MIN ? AFTER.race : null;
}

/** The sessions whose start lies in the waking hours of a day, until the next waking. */
export function findSessionsOn(day: LocalDay | undefined, { sessions }: Pick<Scene, 'sessions'>): Session[] {
  return day === undefined ? [] : sessions.filter(({ startMs }) => startMs >= day.dawnMs && startMs < day.nextDawnMs);
}

/** The facts of a day. `held`: its sessions that are no open question. */
export function findFacts(day: LocalDay, index: number, held: readonly Session[], scene: Scene, rest: RestDay | null): Set<DayFact> {
  const { situation, severity, days } = scene;
  const facts = new Set<DayFact>(['always']);
  const at = days.indexOf(day);
  const workouts = held.filter(({ workout }) => workout);
  const yesterday = findSessionsOn(days[at - 1], scene).filter(({ workout }) => workout);
  const add = (fact: DayFact, holds: boolean) => {
    if (holds) facts.add(fact);
  };
  const { returning } = situation;
  add('ill', isIll(situation.health));
  add('back-from-illness', returning !== null && returning.day + index <= returning.of);
  add('two-starts', hasTwoStarts(workouts));
  add(
    'race',
    workouts.some(({ race }) => race),
  );
  add(
    'race-tomorrow',
    findSessionsOn(days[at + 1], scene).some(({ race }) => race),
  );
  add(
    'after-race',
    scene.sessions.some((session) => isWithinDays(session, day, scene, findAftermath(session)?.routine ?? 0)),
  );
  add('sore', index < LASTING_DAYS && severity !== 'none');
  add('intense-soreness', index < LASTING_DAYS && severity === 'intense');
  add(
    'endurance',
    workouts.some((session) => !session.strength && isHardOrLong(session)),
  );
  add(
    'strength',
    workouts.some(({ strength }) => strength),
  );
  add('travelled', index < LASTING_DAYS && situation.travelled);
  add('short-night', index === 0 && situation.sleepHours !== null && situation.sleepHours < SHORT_NIGHT_H);
  add('rest-day', rest?.day === day);
  add('verdict-low', index === 0 && (situation.verdict === 'easy' || situation.verdict === 'rest'));
  add('day-after-hard', yesterday.some(isHardOrLong));
  add(
    'day-after-long',
    yesterday.some(({ strength, minutes }) => !strength && minutes >= LONG_MIN),
  );
  add(
    'day-after-strength',
    yesterday.some(({ strength }) => strength),
  );
  const little = isLittle(workouts);
  add('training', workouts.length > 0);
  add('no-training', workouts.length === 0);
  add('recovering', workouts.length === 0 && yesterday.some((one) => isHardOrLong(one) || one.strength));
  add('little', little);
  add('meals-only', little || workouts.length === 0);
  add(
    'late-session',
    workouts.some(({ endMs }) => endMs > day.bedMs - LATE_MS),
  );
  add('high-stress', index === 0 && (situation.stress ?? 0) >= HIGH_STRESS);
  add('heavy-phase', situation.phase === 'heavy');
  add('chamber-only', situation.equipment.includes('cryo-chamber') && !situation.equipment.includes('cold-bath'));
  return facts;
}

/** Whether a session needs anything of its own: a few easy minutes do not. */
export function needsItems({ race, effort, score }: Session): boolean {
  return race || effort !== 'easy' || score >= LITTLE_SCORE;
}

/** Whether a day's training is too little to need anything but meals and sleep. */
function isLittle(workouts: readonly Session[]): boolean {
  return workouts.length > 0 && workouts.every(({ race }) => !race) && sum(workouts.map(({ score }) => score)) < LITTLE_SCORE;
}

/** Two sessions that are not easy, or two races, with a short break between them. */
function hasTwoStarts(workouts: readonly Session[]): boolean {
  const starts = workouts.filter(({ effort, race }) => race || effort !== 'easy');
  return starts.some((one, i) => {
    const next = starts[i + 1];
    return next !== undefined && next.startMs >= one.endMs && next.startMs - one.endMs < SHORT_BREAK_MS;
  });
}

/** Whether a day is one of the `count` days after a session's day. */
export function isWithinDays(session: Session, day: LocalDay, { days }: Scene, count: number): boolean {
  if (count === 0) return false;
  const at = days.indexOf(day);
  const of = days.findIndex(({ dawnMs, nextDawnMs }) => session.startMs >= dawnMs && session.startMs < nextDawnMs);
  return of >= 0 && at > of && at - of <= count;
}
