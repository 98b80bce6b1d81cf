import { describe, expect, it } from 'vitest';
import { optimise } from '../../../lib/planner/optimise';
import type { Problem, Slot } from '../../../lib/planner/schedule';
import { randomFrom } from '../../support/rr-generator';

/** Compares with every combination, on problems small enough for that. */

interface Box extends Slot {
  readonly choice: number;
}
const MIN = 60_000;

/**
 * Windows of a few hours on two days, lengths of 5 to 30 min, too little time for all, a counter shared by two choices, and one pair with a
 * bonus.
 */
function makeProblem(seed: number): Problem<Box> {
  const random = randomFrom(seed);
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const budget = int(2, 9) * 10;
  const choices = Array.from({ length: int(3, 6) }, (_, choice) => {
    const worth = 0.1 + random();
    const from = int(0, 12) * 5;
    const lengths = [int(1, 6) * 5, ...(random() < 0.3 ? [5] : [])];
    const shares = random() < 0.4;
    return [0, ...(random() < 0.4 ? [1] : [])]
      .flatMap((day) =>
        lengths.flatMap((length, kind) =>
          Array.from({ length: int(1, 4) }, (__, i): Box => {
            const startMs = (day * 1440 + from + i * 15) * MIN;
            const uses = [{ key: `time ${day}`, amount: length, most: budget }];
            if (shares) uses.push({ key: `one ${day}`, amount: 1, most: 1 });
            const value = worth * (kind === 0 ? 1 : 0.6) * (1 - 0.1 * i) * (1 - 0.05 * day);
            return { choice, startMs, endMs: startMs + length * MIN, value, uses, bonds: choice < 2 };
          }),
        ),
      )
      .sort((a, b) => b.value - a.value);
  });
  const clash = (a: Box, b: Box) => a.startMs < b.endMs && b.startMs < a.endMs;
  const bonus = (a: Box, b: Box) => {
    const [first, second] = a.choice === 0 ? [a, b] : [b, a];
    const gap = second.startMs - first.endMs;
    return first.choice === 0 && second.choice === 1 && gap >= 0 && gap <= 30 * MIN ? 0.2 : 0;
  };
  return { choices, clash, bonus, used: new Map() };
}

function computeTotal({ clash, bonus }: Problem<Box>, slots: readonly Box[]): number | null {
  const used = new Map<string, number>();
  let value = 0;
  for (const [i, slot] of slots.entries()) {
    value += slot.value;
    for (const other of slots.slice(0, i)) {
      if (clash(other, slot)) return null;
      value += bonus(other, slot);
    }
    for (const { key, amount, most } of slot.uses) {
      const sum = (used.get(key) ?? 0) + amount;
      if (sum > most) return null;
      used.set(key, sum);
    }
  }
  return value;
}

function optimum(problem: Problem<Box>): number {
  const search = (at: number, slots: readonly Box[]): number => {
    const choice = problem.choices[at];
    if (choice === undefined) return computeTotal(problem, slots) ?? Number.NEGATIVE_INFINITY;
    let best = search(at + 1, slots);
    for (const slot of choice) {
      const next = [...slots, slot];
      // Adding an item never repairs a conflict.
      if (computeTotal(problem, next) !== null) best = Math.max(best, search(at + 1, next));
    }
    return best;
  };
  return search(0, []);
}

describe('choosing items and times', () => {
  it('reaches at least 98 % of the optimum on 1,500 small problems', { timeout: 120_000 }, () => {
    const short: string[] = [];
    let [sum, best] = [0, 0];
    for (let seed = 1; seed <= 1500; seed++) {
      const problem = makeProblem(seed);
      const found = computeTotal(
        problem,
        optimise(problem).filter((slot) => slot !== null),
      );
      const most = optimum(problem);
      expect(found).not.toBeNull();
      sum += found ?? 0;
      best += most;
      if ((found ?? 0) < 0.98 * most) short.push(`seed ${seed}: ${((found ?? 0) / most).toFixed(3)}`);
    }
    expect(sum / best).toBeGreaterThan(0.999);
    expect(short).toEqual([]);
  });

  it('is deterministic', () => {
    for (let seed = 1; seed <= 50; seed++) expect(optimise(makeProblem(seed))).toEqual(optimise(makeProblem(seed)));
  });
});
