import { planFor } from '../../lib/planner';
import { broken } from '../lib/planner/check-plan';
import { randomSituation } from '../lib/planner/random-situation';

/** Plans for random situations, each checked against rules that the tests state independently of the planner. */

const SHOWN = 20;
/** One in this many is planned twice. */
const TWICE = 10;

interface PlannerSoak {
  readonly scenarios: number;
  readonly items: number;
  readonly excluded: number;
  readonly emptyPlans: number;
  /** Rules that a plan broke, and plans that differed the second time. */
  readonly broken: number;
  readonly examples: readonly string[];
  readonly medianMs: number;
  readonly p99Ms: number;
}

export function soakPlanner({ scenarios, seed }: { readonly scenarios: number; readonly seed: number }): PlannerSoak {
  const examples: string[] = [];
  const times = new Float64Array(scenarios);
  let [items, excluded, emptyPlans, wrong] = [0, 0, 0, 0];
  const say = (what: string) => {
    wrong++;
    if (examples.length < SHOWN) examples.push(what);
  };
  for (let i = 0; i < scenarios; i++) {
    const situation = randomSituation(seed + i);
    const startedMs = performance.now();
    const plan = planFor(situation);
    times[i] = performance.now() - startedMs;
    items += plan.items.length;
    excluded += plan.excluded.length;
    if (plan.items.length === 0) emptyPlans++;
    for (const what of broken(situation, plan)) say(`seed ${seed + i}: ${what}`);
    if (i % TWICE === 0 && JSON.stringify(planFor(structuredClone(situation))) !== JSON.stringify(plan))
      say(`seed ${seed + i}: not the same twice`);
  }
  times.sort();
  const at = (share: number) => Math.round((times[Math.floor(share * (scenarios - 1))] ?? 0) * 100) / 100;
  return { scenarios, items, excluded, emptyPlans, broken: wrong, examples, medianMs: at(0.5), p99Ms: at(0.99) };
}
