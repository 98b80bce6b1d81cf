import { ROUTINE_FILES } from './all-routines';
import type { DayFact, Routine } from './routine';

/** Every routine by its id, which is the name of its file in `routines/`. */
export type RoutineId = keyof typeof ROUTINE_FILES;

export interface NamedRoutine extends Routine {
  readonly id: RoutineId;
}

const isId = (id: string): id is RoutineId => Object.hasOwn(ROUTINE_FILES, id);

/** All routines in the order in which they are tried. */
export const ROUTINES: readonly NamedRoutine[] = Object.keys(ROUTINE_FILES)
  .filter(isId)
  .map((id) => ({ ...ROUTINE_FILES[id], id }))
  .sort((a, b) => a.precedence - b.precedence);

/** The one routine of a day: the first whose condition holds. */
export function chooseRoutine(facts: ReadonlySet<DayFact>): NamedRoutine {
  const found = ROUTINES.find(({ when }) => when.some((fact) => facts.has(fact)));
  if (found === undefined) throw new RangeError('no routine for a day: one of them must hold always');
  return found;
}
