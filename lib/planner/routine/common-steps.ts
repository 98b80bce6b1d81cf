import type { RoutineStep } from './routine';

/** Steps that several routines share: what surrounds a session, what is eaten and drunk, the night. */

/** Before a session: a meal when the user is awake early enough, a light snack, a glass of water, and dynamic stretching. */
export const BEFORE_SESSION: readonly RoutineStep[] = [
  {
    modality: 'carbohydrate',
    doses: ['before'],
    variant: 'meal',
    time: { at: 'before', sessions: 'fuelled', fromMin: 240, toMin: 60 },
    reason: 'meal-before',
  },
  {
    modality: 'carbohydrate',
    doses: ['snack'],
    variant: 'snack',
    time: { at: 'before', sessions: 'fuelled', fromMin: 60, toMin: 30 },
    reason: 'snack-before',
    part: 'snack',
  },
  { modality: 'fluids', doses: ['before'], time: { at: 'before', sessions: 'any', fromMin: 45, toMin: 10 }, reason: 'glass-before' },
];

export const WARM_UP: RoutineStep = {
  modality: 'stretching',
  doses: ['before'],
  variant: 'dynamic',
  time: { at: 'before', sessions: 'hard-or-long', fromMin: 20, toMin: 5 },
  reason: 'stretch-before',
};

export const COOL_DOWN: RoutineStep = {
  modality: 'cool-down',
  time: { at: 'after', sessions: 'any', fromMin: 0, toMin: 10 },
  reason: 'cool-down',
};

const DRINK_AFTER: RoutineStep = {
  modality: 'fluids',
  doses: ['after'],
  time: { at: 'after', sessions: 'any', fromMin: 0, toMin: 240 },
  reason: 'drink-after',
};

/** Food and drink after a session. A day has one figure for carbohydrate, so it stands after the day's last emptying session. */
export const AFTER_SESSION: readonly RoutineStep[] = [
  DRINK_AFTER,
  { modality: 'protein', doses: ['meal'], time: { at: 'after', sessions: 'any', fromMin: 30, toMin: 120 }, reason: 'protein-after' },
  {
    modality: 'carbohydrate',
    doses: ['after'],
    variant: 'refuel',
    time: { at: 'after', sessions: 'hard-or-long', fromMin: 0, toMin: 180, last: true },
    reason: 'refuel',
  },
];

/** Food and drink of a day without a session that needs its own. */
export const DAY_MEALS: readonly RoutineStep[] = [
  { modality: 'fluids', doses: ['day'], time: { at: 'day', part: 'waking' }, reason: 'drink-day', if: ['meals-only'] },
  { modality: 'protein', doses: ['day'], time: { at: 'day', part: 'waking' }, reason: 'protein-day', if: ['meals-only'] },
];

export const REST_DAY: RoutineStep = { modality: 'rest-day', time: { at: 'rest-day' }, reason: 'rest-day-due' };

export const SUPPLEMENTS: readonly RoutineStep[] = [
  { modality: 'creatine', time: { at: 'day', part: 'waking' }, reason: 'supplement-creatine' },
  { modality: 'tart-cherry', time: { at: 'day', part: 'waking' }, reason: 'supplement-cherry' },
];

/** Slow breathing when stress is high, or when a session ends late. */
export const BREATHING: readonly RoutineStep[] = [
  {
    modality: 'breathwork',
    doses: ['paced', 'paced-short'],
    time: { at: 'day', part: 'before-bed' },
    reason: 'breathing-stress',
    if: ['high-stress'],
  },
  {
    modality: 'breathwork',
    doses: ['paced-short'],
    time: { at: 'day', part: 'before-bed' },
    reason: 'breathing-late',
    if: ['late-session'],
  },
];

export const NIGHT: RoutineStep = { modality: 'sleep', time: { at: 'night' }, reason: 'sleep-night' };

/** Rolling and stretching in the evening, or right after a session that ends in the evening (PALM Health, Svetness). */
export const ROLL_AND_STRETCH: readonly RoutineStep[] = [
  {
    modality: 'foam-rolling',
    time: { at: 'after', sessions: 'any', fromMin: 0, toMin: 720, last: true, evening: true },
    reason: 'roll-after',
  },
  {
    modality: 'stretching',
    doses: ['after-short', 'after'],
    variant: 'static',
    time: { at: 'after', sessions: 'any', fromMin: 0, toMin: 720, last: true, evening: true },
    reason: 'stretch-after',
  },
];

export const GARMENT: RoutineStep = {
  modality: 'compression-garment',
  time: { at: 'after', sessions: 'hard-or-long', fromMin: 0, toMin: 180, last: true },
  reason: 'garment-after',
};

/** Cold within two hours of a long or hard session (Running recovery, PALM Health), or what stands in for it. */
export const COLD: readonly RoutineStep[] = [
  {
    modality: 'cryotherapy',
    time: { at: 'after', sessions: 'intense', fromMin: 30, toMin: 240, last: true },
    reason: 'cryo-hard',
    if: ['chamber-only'],
  },
  {
    modality: 'cold-water-immersion',
    time: { at: 'after', sessions: 'long', fromMin: 0, toMin: 120, last: true },
    reason: 'cold-after-long',
  },
  {
    modality: 'cold-water-immersion',
    time: { at: 'after', sessions: 'intense', fromMin: 0, toMin: 120, last: true },
    reason: 'cold-after-hard',
  },
];

export const BOOTS: RoutineStep = {
  modality: 'pneumatic-compression',
  time: { at: 'after', sessions: 'hard-or-long', fromMin: 0, toMin: 360, last: true },
  reason: 'boots-after',
};

/** Gentle movement: on a machine when there is one (Running recovery), else a walk. */
export const EASY_MOVEMENT: RoutineStep = {
  modality: 'active-recovery',
  doses: ['easy-day'],
  variant: 'machine',
  time: { at: 'day', part: 'after-work' },
  reason: 'easy-movement',
};
