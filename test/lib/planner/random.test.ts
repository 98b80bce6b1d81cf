import { describe, expect, it } from 'vitest';
import { planFor } from '../../../lib/planner';
import { broken } from './check-plan';
import { randomSituation } from './random-situation';

/** 1,500 here; `REBOUND_SCENARIOS=100000` for all of them. */
const COUNT = Number(process.env.REBOUND_SCENARIOS ?? 1500);

describe('any situation', () => {
  it(`never breaks a rule of docs/planner.md (${COUNT} random situations)`, { timeout: 3_600_000 }, () => {
    const failures: string[] = [];
    let items = 0;
    let empty = 0;
    for (let seed = 1; seed <= COUNT && failures.length < 20; seed++) {
      const situation = randomSituation(seed);
      const plan = planFor(situation);
      items += plan.items.length;
      if (plan.items.length === 0) empty++;
      for (const what of broken(situation, plan)) failures.push(`seed ${seed}: ${what}`);
      // Deterministic, and plain JSON.
      if (seed % 10 === 0) expect(planFor(structuredClone(situation))).toEqual(JSON.parse(JSON.stringify(plan)));
    }
    expect(failures).toEqual([]);
    // Make sure that plans are not empty.
    expect(items / COUNT).toBeGreaterThan(8);
    expect(empty / COUNT).toBeLessThan(0.02);
  });
});
