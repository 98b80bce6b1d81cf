import { MINUTE_MS } from '../core/time';
import { type Problem, Schedule, type Slot } from './schedule';

/**
 * Chooses what to do when: at most one slot per choice, no two that conflict, no counter over its limit, and the highest sum of values and
 * pair bonuses that can be found. Deterministic. Places choices one after the other, then improves the result by exchanges, starting from
 * several orders if there are few choices. Then searches around the best result (branch and bound). Generic: it knows nothing of recovery.
 */

/** With few choices there is time for more orders. */
const FEW = 10;
/** Steps of the branch-and-bound search: of the whole problem if it is small, otherwise of each part. */
const STEPS = { few: 3000, part: 60 } as const;
/** Slots tried per choice, few first: the best improvement is seldom another time of day. */
const SLOTS_EACH = [2, 4, Number.POSITIVE_INFINITY] as const;
const PART = 8;
const NARROW_MS = 15 * MINUTE_MS;
/** A start solution that reaches this share of the best value is kept. */
const KEPT_ABOVE = 0.98;
const BETTER = 1e-9;

/** Returns the slot of each choice, in the order of `choices`; null for a choice that was left out. */
export function optimise<S extends Slot>(problem: Problem<S>): (S | null)[] {
  const schedule = new Schedule(problem);
  const few = problem.choices.length <= FEW;
  const orders = listOrders(problem.choices, few);
  let best: (S | null)[] = problem.choices.map(() => null);
  let value = 0;
  const begin = (order: readonly number[], start: readonly (S | null)[]) => {
    schedule.clear();
    for (const choice of order) {
      const slot = start[choice] ?? null;
      if (slot !== null) schedule.insertAt(choice, slot);
    }
    for (const choice of order) if (schedule.isOut(choice)) schedule.insert(choice);
  };
  const [first = []] = orders;
  let kept = { slots: best, value: Number.NEGATIVE_INFINITY };
  if (problem.start !== undefined) {
    begin(first, problem.start);
    kept = { slots: schedule.result(), value: schedule.value };
  }
  for (const order of orders) {
    begin(order, []);
    schedule.improve(order, few);
    if (schedule.value > value + BETTER) {
      best = schedule.result();
      value = schedule.value;
    }
  }
  begin(first, best);
  if (few) {
    for (const each of SLOTS_EACH) schedule.refine(first, STEPS.few, each);
  } else {
    for (const part of groupByUse(problem.choices, first)) {
      if (part.some((choice) => schedule.isOut(choice))) schedule.refine(part, STEPS.part, SLOTS_EACH[0]);
    }
  }
  // Keep the start solution unless another one is clearly better.
  return kept.value >= KEPT_ABOVE * schedule.value ? kept.slots : schedule.result();
}

/** Groups the choices by the counter that the best slot of each uses most. */
function groupByUse<S extends Slot>(choices: readonly (readonly S[])[], order: readonly number[]): number[][] {
  const parts = new Map<string, number[]>();
  for (const choice of order) {
    const uses = choices[choice]?.[0]?.uses ?? [];
    const key = uses.reduce((most, use) => (use.amount > (most?.amount ?? 0) ? use : most), uses[0])?.key ?? '';
    const part = parts.get(key) ?? [];
    if (part.length < PART) part.push(choice);
    parts.set(key, part);
  }
  return [...parts.values()];
}

/**
 * The orders in which to place choices. The first starts with the choices that have the fewest slots, then goes by value per minute; the
 * second puts choices with a possible bonus first. If there are few choices, adds an order by value, and orders that start with each choice
 * in turn.
 */
function listOrders<S extends Slot>(choices: readonly (readonly S[])[], few: boolean): number[][] {
  const all = choices.map((_, i) => i).filter((i) => (choices[i]?.length ?? 0) > 0);
  const density = choices.map((slots) => slots.reduce((most, { value, startMs, endMs }) => Math.max(most, value / (endMs - startMs)), 0));
  const by = (score: readonly number[]) => [...all].sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b);
  const narrow = choices.map(isNarrow);
  const first = by(density.map((one, i) => (narrow[i] === true ? one + 1 : one)));
  const bonded = first.filter((i) => choices[i]?.[0]?.bonds === true);
  const orders = bonded.length < 2 ? [first] : [first, [...bonded, ...first.filter((i) => !bonded.includes(i))]];
  if (!few) return orders;
  const worth = choices.map((slots) => slots[0]?.value ?? 0);
  return [...orders, by(worth), ...all.map((lead) => [lead, ...first.filter((one) => one !== lead)])];
}

function isNarrow(slots: readonly Slot[]): boolean {
  const starts = slots.map(({ startMs }) => startMs);
  return Math.max(...starts) - Math.min(...starts) <= NARROW_MS;
}
