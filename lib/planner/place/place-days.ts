import type { Modality } from '../../catalogue';
import { MINUTE_MS } from '../../core/time';
import { listOwnSteps } from '../own';
import type { RoutineStep } from '../routine';
import type { PlainRuleName, Scene } from '../rules';
import { listOptions, MOST_OPTIONS } from './options';
import { type Placed, Placer } from './placer';
import type { PlannedDay } from './planned-day';
import { listProgrammeSteps } from './programme-steps';
import { findSettled } from './settled';
import { holds, toWanted } from './wanted';

/** Items of the plan, and what else the days offer. */
export interface PlacedDays {
  readonly items: Placer;
  readonly options: Placer;
}

/** The shortest stretch that a time of the last plan keeps free for its item. */
const RESERVED_MS = 20 * MINUTE_MS;
/** An option has no share of the day's minutes and treatments: it is for whoever has more time. */
const BESIDE: ReadonlySet<PlainRuleName> = new Set<PlainRuleName>([
  'time-budget',
  'three-treatments',
  'calm-evening',
  'enough-for-the-load',
  'least-time',
]);

/** Places the routine of each day, then what the programme wants, then the options. `allowed`: no rule excludes the modality as a whole. */
export function placeDays(days: readonly PlannedDay[], scene: Scene, allowed: ReadonlySet<Modality>): PlacedDays {
  const { nowMs, previous } = scene.situation;
  const reserved = previous
    .filter(({ startMs }) => startMs >= nowMs)
    .map(({ id, startMs }) => ({ id, startMs, endMs: startMs + RESERVED_MS }));
  const items = new Placer(scene, reserved);
  // What the user moved comes first: the rest makes room for it.
  const moved = new Set(scene.situation.moved.map(({ id }) => id));
  for (const only of moved.size === 0 ? [null] : [moved, null]) {
    for (const day of days) {
      for (const step of listSteps(day, scene)) placeStep(step, { day, into: items, scene, allowed, only });
    }
  }
  for (const day of days) {
    let left = day.facts.has('little') ? 0 : day.routine.programmeSlots;
    for (const step of listProgrammeSteps(day, scene, items.placed)) {
      if (left > 0 && placeStep(step, { day, into: items, scene, allowed, only: null })) left--;
    }
  }
  const options = new Placer(scene, [], BESIDE);
  options.adopt(items.placed);
  for (const day of days) placeOptions(day, items, options, scene, allowed);
  return { items, options };
}

/** A day with little to recover from needs nothing that takes time or belongs to a session. */
function listSteps(planned: PlannedDay, scene: Scene): readonly RoutineStep[] {
  const { routine, own, facts } = planned;
  const listOption = (wanted: Modality) => listOptions(planned, scene).find(({ modality }) => modality === wanted)?.steps ?? [];
  const steps = own === null ? routine.steps : listOwnSteps(own, routine, facts, listOption);
  if (!facts.has('little')) return steps;
  return steps.filter(({ time }) => time.at === 'night' || time.at === 'rest-day' || (time.at === 'day' && time.part === 'waking'));
}

interface Placing {
  readonly day: PlannedDay;
  readonly into: Placer;
  readonly scene: Scene;
  readonly allowed: ReadonlySet<Modality>;
  /** Leaves out all other items; null: none. */
  readonly only: ReadonlySet<string> | null;
}

/** Places a step, or what stands in for it; true when something was placed, done or skipped. */
function placeStep(step: RoutineStep, placing: Placing): boolean {
  const { day, into, scene, allowed, only } = placing;
  if (!holds(day, step.if)) return false;
  let found = false;
  if (allowed.has(step.modality)) {
    for (const wanted of toWanted(step, day, scene)) {
      if (only !== null && !only.has(wanted.id)) continue;
      const settled = into.has(wanted.id) ? 'done' : findSettled(wanted, scene);
      if (settled !== null && settled !== 'done') into.tell(step.modality, { rule: 'skipped', values: settled, firstMs: wanted.fromMs });
      if (settled !== null || into.place(wanted) === null) found = true;
    }
  }
  return found || (step.instead ?? []).some((other) => placeStep(other, placing));
}

function placeOptions(day: PlannedDay, items: Placer, options: Placer, scene: Scene, allowed: ReadonlySet<Modality>): void {
  const isToday = ({ startMs }: Placed) => startMs >= day.day.dawnMs && startMs < day.day.nextDawnMs;
  const taken = new Set(items.placed.filter(isToday).map(({ modality }) => modality));
  let left = MOST_OPTIONS;
  for (const { modality, steps } of listOptions(day, scene)) {
    if (taken.has(modality) || !allowed.has(modality)) continue;
    if (left === 0) {
      options.tell(modality, { rule: 'not-in-routine', values: {}, firstMs: day.day.bedMs });
      continue;
    }
    const before = options.placed.length;
    for (const step of steps) {
      if (options.placed.length === before) placeStep(step, { day, into: options, scene, allowed, only: null });
    }
    if (options.placed.length > before) left--;
  }
}
