import * as v from 'valibot';
import { EQUIPMENT } from '../catalogue';
import type { Day } from '../core/day';
import { CONFLICT_OFFERS, CONFLICT_REASONS, GOALS, PHASES, type Phase } from '../planner';

/** What the user says once about training, equipment and days, which the plan uses: schemas of rows of `settings`. */

/** Diets that the advice about food can respect. */
export const DIET_LIMITS = ['vegetarian', 'vegan', 'no-dairy', 'no-eggs', 'no-fish', 'no-nuts', 'no-soy'] as const;
export type DietLimit = (typeof DIET_LIMITS)[number];

/** Choices for the minutes of recovery a day. */
export const BUDGET_LIMITS = [0, 240] as const;
/** Choices for the sleep target, hours a night. */
export const SLEEP_LIMITS = [7, 9] as const;
/** Air temperature during sessions, °C. */
export const AIR_LIMITS = [-20, 45] as const;

const instantMs = v.pipe(v.number(), v.finite());
const day = v.pipe(v.string(), v.isoDate());
/** `HH:MM`, 24 hours. */
export const timeOfDayText = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const within = ([low, high]: readonly [number, number]) => v.pipe(v.number(), v.minValue(low), v.maxValue(high));

const trainingPhase = v.object({ phase: v.picklist(PHASES), from: v.nullable(day), to: v.nullable(day) });
export type TrainingPhase = v.InferOutput<typeof trainingPhase>;

/** The user's answer to a conflict: what they chose, for which reason, and when the event was before, to take it back. */
const eventAnswer = v.object({ offer: v.picklist(CONFLICT_OFFERS), why: v.picklist(CONFLICT_REASONS), wasMs: instantMs });

const trainingEvent = v.object({
  kind: v.picklist(['race', 'hard-session']),
  atMs: instantMs,
  answer: v.optional(v.nullable(eventAnswer)),
});
export type TrainingEvent = v.InferOutput<typeof trainingEvent>;

/** Answers for one day alone. */
export const dayAnswers = v.object({ day, alcohol: v.boolean(), dehydrated: v.boolean(), coldWaived: v.boolean() });

export const planSettings = {
  goal: v.optional(v.nullable(v.picklist(GOALS)), null),
  /** Ordered by time; days without a time have none. */
  phases: v.optional(v.pipe(v.array(trainingPhase), v.maxLength(30)), []),
  /** A block of training for size or strength, whatever the goal. */
  block: v.optional(v.nullable(v.picklist(['size', 'strength'])), null),
  events: v.optional(v.pipe(v.array(trainingEvent), v.maxLength(100)), []),
  equipment: v.optional(v.array(v.picklist(EQUIPMENT)), []),
  timeBudgetMin: v.optional(v.pipe(within(BUDGET_LIMITS), v.integer()), 60),
  wake: v.optional(v.nullable(timeOfDayText), null),
  bed: v.optional(v.nullable(timeOfDayText), null),
  quietFrom: v.optional(v.nullable(timeOfDayText), null),
  quietTo: v.optional(v.nullable(timeOfDayText), null),
  diet: v.optional(v.array(v.picklist(DIET_LIMITS)), []),
  supplements: v.optional(v.array(v.picklist(['creatine', 'tart-cherry'])), []),
  sleepTargetH: v.optional(v.nullable(within(SLEEP_LIMITS)), null),
  airC: v.optional(v.nullable(within(AIR_LIMITS)), null),
  /** Notify the user of windows that are about to close. Works only while the browser's permission lasts. */
  planNotifies: v.optional(v.boolean(), false),
  /** Answers for one day alone; null or another day means no answer. */
  planDay: v.optional(v.nullable(dayAnswers), null),
};

/** The phase on a day: if several overlap, the one that began last; null if none was said. */
export function phaseOn(phases: readonly TrainingPhase[], on: Day): Phase | null {
  const holding = phases.filter(({ from, to }) => (from ?? '') <= on && (to === null || to >= on));
  return holding.reduce<TrainingPhase | null>((last, one) => ((last?.from ?? '') > (one.from ?? '') ? last : one), null)?.phase ?? null;
}
