import { CATALOGUE, type CatalogueEntry, type Dose } from '../../catalogue';
import { type NamedRoutine, ROUTINES, type RoutineId } from '../choose-routine';
import { OPTION_MODALITIES } from '../option-modalities';
import { plannedDoses } from '../planned-doses';
import type { DayFact, OptionModality, RoutineStep } from '../routine';

/** What an own routine may hold: the steps of the product's routines, and what a day may offer "if you have time". */

/** Routines that nobody replaces: an ill day, and the way back from it, stay as they are. */
const FIXED: ReadonlySet<RoutineId> = new Set<RoutineId>(['fever', 'back-from-illness']);

/** The kinds of day that an own routine can be pinned to. */
export const PINNABLE: readonly RoutineId[] = ROUTINES.map(({ id }) => id).filter((id) => !FIXED.has(id));

interface LibraryStep {
  readonly id: string;
  readonly entry: CatalogueEntry;
  /** The doses that may be chosen. */
  readonly doses: readonly Dose[];
  /** The kinds of day on which the sentence of the step is true; null: on every day. */
  readonly onlyOn: readonly RoutineId[] | null;
}

/** A step of a routine, with its time and its sentence. */
export interface SetStep extends LibraryStep {
  readonly kind: 'set';
  readonly step: RoutineStep;
}

/** Something that the catalogue offers on the day, at the times that its windows allow. */
export interface OptionStep extends LibraryStep {
  readonly kind: 'option';
  readonly modality: OptionModality;
}

/** A night or a rest day belongs to the day, whatever its routine is. */
export function isFixed({ time }: RoutineStep): boolean {
  return time.at === 'night' || time.at === 'rest-day';
}

/** Where a step says nothing of the session that it belongs to, its sentence is about the kinds of day that it was written for. */
function findOnlyOn(step: RoutineStep, all: readonly NamedRoutine[]): readonly RoutineId[] | null {
  if (step.time.at !== 'day') return null;
  const homes = all.filter(({ steps }) => steps.includes(step));
  return homes.some(({ when }) => when.includes('always')) ? null : homes.map(({ id }) => id);
}

/** Whether the sentence of a step is true on a day. */
export function isTrueOn({ onlyOn }: Pick<LibraryStep, 'onlyOn'>, facts: ReadonlySet<DayFact>): boolean {
  return onlyOn === null || ROUTINES.some(({ id, when }) => onlyOn.includes(id) && when.some((fact) => facts.has(fact)));
}

function listDoses({ modality, doses }: RoutineStep): readonly Dose[] {
  const entry = CATALOGUE[modality];
  return doses === undefined ? plannedDoses(entry) : entry.doses.filter(({ id }) => doses.includes(id));
}

const pinnable = ROUTINES.filter(({ id }) => PINNABLE.includes(id));
const setSteps: readonly SetStep[] = [...new Set(pinnable.flatMap(({ steps }) => steps))]
  .filter((step) => !isFixed(step))
  .map((step) => ({
    kind: 'set',
    id: step.reason,
    entry: CATALOGUE[step.modality],
    doses: listDoses(step),
    onlyOn: findOnlyOn(step, pinnable),
    step,
  }));
const optionSteps: readonly OptionStep[] = OPTION_MODALITIES.map((modality) => ({
  kind: 'option',
  id: `may-${modality}`,
  entry: CATALOGUE[modality],
  doses: plannedDoses(CATALOGUE[modality]),
  onlyOn: null,
  modality,
}));

/** Every step by its id, which is the code of its sentence. */
export const STEP_LIBRARY: ReadonlyMap<string, SetStep | OptionStep> = new Map(
  [...setSteps, ...optionSteps].map((step) => [step.id, step]),
);

/** The lengths of a dose that may be chosen, minutes, ascending: what its source gives, in whole minutes. */
export function findLengths({ minutes, minutesRange, lengthsMin = [] }: Dose): readonly number[] {
  const [from, to] = minutesRange ?? [minutes, minutes];
  const step = to - from > 20 ? 5 : 1;
  const range: number[] = [];
  for (let at = from; at <= to; at += step) range.push(at);
  return [...new Set([...range, ...lengthsMin, minutes])].sort((a, b) => a - b);
}
