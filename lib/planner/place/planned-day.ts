import { chooseRoutine, type NamedRoutine } from '../choose-routine';
import { findOwn } from '../own';
import type { OwnShape } from '../own-shape';
import { type DayAhead, findFacts, findSessionsOn, type RestDay } from '../routine';
import type { LocalDay, Scene } from '../rules';

/** A day of the plan with its routine. */
export interface PlannedDay extends DayAhead {
  readonly routine: NamedRoutine;
  /** The user's own routine that takes its place; null: none. */
  readonly own: OwnShape | null;
}

/** The days of a plan, each with its facts and its routine. `open`: ids of sessions that wait for an answer. */
export function toPlannedDays(days: readonly LocalDay[], scene: Scene, rest: RestDay | null, open: ReadonlySet<string>): PlannedDay[] {
  const today = scene.findWakingDay(scene.situation.nowMs);
  const first = today === undefined ? 0 : scene.days.indexOf(today);
  return days.map((day) => {
    const index = scene.days.indexOf(day) - first;
    const sessions = findSessionsOn(day, scene).filter(({ id }) => !open.has(id));
    const facts = findFacts(day, index, sessions, scene, rest);
    const routine = chooseRoutine(facts);
    const { ownRoutines, withoutOwn } = scene.situation;
    const isOff = ({ id }: OwnShape) => withoutOwn.some((one) => one.id === id && one.day === day.day);
    const own = findOwn(
      ownRoutines.filter((one) => !isOff(one)),
      routine.id,
    );
    return { day, index, sessions, facts, restReason: rest?.day === day ? rest.reason : null, routine, own };
  });
}
