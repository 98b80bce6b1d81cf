import type { Modality } from '../../catalogue';
import { type NamedRoutine, ROUTINES, type RoutineId } from '../choose-routine';
import type { OwnShape, OwnStep } from '../own-shape';
import type { DayFact, RoutineStep } from '../routine';
import type { RoutineDraft } from './own-routine';
import { isFixed, isTrueOn, STEP_LIBRARY } from './step-library';

/** The own routine of a kind of day; null: none is pinned to it. */
export function findOwn(routines: readonly OwnShape[], kind: RoutineId): OwnShape | null {
  return routines.find(({ on }) => on.includes(kind)) ?? null;
}

/** A copy of one of the product's routines, with nothing changed yet. */
export function copyRoutine(id: RoutineId): Pick<RoutineDraft, 'copyOf' | 'steps'> {
  const routine = ROUTINES.find((one) => one.id === id);
  const steps = (routine?.steps ?? []).map(({ reason }) => reason).filter((reason) => STEP_LIBRARY.has(reason));
  return { copyOf: id, steps: steps.map((step) => ({ step })) };
}

/**
 * The steps of an own routine on a day, in its order. The day's rest and night are those of the product's routine.
 * @param listOption the steps that the day offers of a modality, best first
 */
export function listOwnSteps(
  { steps }: OwnShape,
  base: NamedRoutine,
  facts: ReadonlySet<DayFact>,
  listOption: (modality: Modality) => readonly RoutineStep[],
): RoutineStep[] {
  const fixed = base.steps.filter(isFixed);
  const own = steps.flatMap((chosen) => {
    const step = STEP_LIBRARY.get(chosen.step);
    if (step === undefined || !isTrueOn(step, facts)) return [];
    if (step.kind === 'set') return [adjust(step.step, chosen, step.doses)];
    const [first, ...others] = listOption(step.modality).map((one) => adjust(one, chosen, step.doses));
    return first === undefined ? [] : [{ ...first, instead: [...(first.instead ?? []), ...others] }];
  });
  return [...fixed.filter(({ time }) => time.at !== 'night'), ...own, ...fixed.filter(({ time }) => time.at === 'night')];
}

/** Puts the chosen dose first. The others stay, for a beginner or a day on which a rule forbids the first. */
function adjust(step: RoutineStep, { dose, minutes }: OwnStep, all: readonly { readonly id: string }[]): RoutineStep {
  if (dose === undefined) return step;
  const ids = step.doses ?? all.map(({ id }) => id);
  if (!ids.includes(dose)) return step;
  return { ...step, doses: [dose, ...ids.filter((id) => id !== dose)], ...(minutes === undefined ? {} : { minutes }) };
}
