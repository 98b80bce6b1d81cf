import * as v from 'valibot';
import type { RoutineId } from '../choose-routine';
import { findLengths, PINNABLE, STEP_LIBRARY } from './step-library';

/** A routine of the user's own: a copy of one of the product's, with other steps, doses or order. Plain JSON. */

/** The most steps, and the longest name, in characters. Our choice. */
export const MOST_STEPS = 30;
export const LONGEST_NAME = 60;

export interface OwnStep {
  /** The step's id in `STEP_LIBRARY`. */
  readonly step: string;
  /** The dose to try first; omitted: in the order of the step. */
  readonly dose?: string;
  /** The length of that dose, min; omitted: the dose's own. */
  readonly minutes?: number;
}

export interface RoutineDraft {
  readonly name: string;
  /** The routine that it was copied from. */
  readonly copyOf: RoutineId;
  /** In order of importance: when time or treatments run out, the last ones are left out. */
  readonly steps: readonly OwnStep[];
}

export interface OwnRoutine extends RoutineDraft {
  readonly id: string;
  /** The kinds of day that have it instead of the product's. */
  readonly on: readonly RoutineId[];
}

const isStep = (id: string) => STEP_LIBRARY.has(id);
const hasDose = ({ step, dose }: OwnStep) => dose === undefined || STEP_LIBRARY.get(step)?.doses.some(({ id }) => id === dose) === true;
/** A length belongs to a dose: the source's minutes are never combined with another dose. */
const hasLength = ({ step, dose: chosen, minutes }: OwnStep) => {
  if (minutes === undefined) return true;
  const dose = STEP_LIBRARY.get(step)?.doses.find(({ id }) => id === chosen);
  return dose !== undefined && findLengths(dose).includes(minutes);
};

export const ownStepSchema = v.pipe(
  v.strictObject({
    step: v.pipe(v.string(), v.check(isStep, 'step')),
    dose: v.exactOptional(v.string()),
    minutes: v.exactOptional(v.number()),
  }),
  v.forward(
    v.check((one) => hasDose(one), 'dose'),
    ['dose'],
  ),
  v.forward(
    v.check((one) => hasLength(one), 'minutes'),
    ['minutes'],
  ),
);

/** What a stored routine and a shared one have in common. */
export const draftEntries = {
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'name'), v.maxLength(LONGEST_NAME, 'name')),
  copyOf: v.picklist(PINNABLE, 'copyOf'),
  steps: v.pipe(
    v.array(ownStepSchema, 'list'),
    v.minLength(1, 'none'),
    v.maxLength(MOST_STEPS, 'many'),
    v.check((steps) => new Set(steps.map(({ step }) => step)).size === steps.length, 'twice'),
  ),
};

/** A stored routine. */
export const ownRoutineSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  ...draftEntries,
  on: v.pipe(
    v.array(v.picklist(PINNABLE)),
    v.check((on) => new Set(on).size === on.length, 'twice'),
  ),
});
