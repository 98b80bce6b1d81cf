import * as v from 'valibot';
import type { RoutineId } from '../choose-routine';
import type { OwnShape, OwnStep } from '../own-shape';
import { findLengths, PINNABLE, STEP_LIBRARY } from './step-library';

/** A routine of the user's own: a copy of one of the product's, with other steps, doses or order. Plain JSON. */

/** The most steps, and the longest name, in characters. Our choice. */
export const MOST_OWN_STEPS = 30;
export const LONGEST_NAME = 60;

export type { OwnStep } from '../own-shape';
export type OwnRoutine = OwnShape<RoutineId>;
/** What a shared file holds of a routine. */
export type RoutineDraft = Pick<OwnRoutine, 'name' | 'copyOf' | 'steps'>;

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
    v.maxLength(MOST_OWN_STEPS, 'many'),
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
