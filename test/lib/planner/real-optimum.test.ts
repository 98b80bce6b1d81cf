import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/catalogue';
import type { Situation } from '../../../lib/planner';
import { pairBonus } from '../../../lib/planner/combine';
import { findOccasions } from '../../../lib/planner/occasions';
import { type Placement, toChoice } from '../../../lib/planner/placements';
import { planFor } from '../../../lib/planner/plan';
import { againstPair, buildScene, usedBefore } from '../../../lib/planner/rules';
import { given, hardRun, lifting, longRun, planned } from './scenario';

/** Real evenings with little equipment and time: compares the plan's benefit with that of every combination. */

function optimum(situation: Situation, horizonH: number): { best: number; reached: number } {
  const scene = buildScene(situation);
  const ahead = scene.days.filter(({ bedMs, wakeMs }) => bedMs > situation.nowMs && wakeMs < scene.endMs);
  const near = (placement: Placement) => placement.startMs < situation.nowMs + horizonH * 3_600_000;
  const choices = Object.values(CATALOGUE)
    .filter(
      ({ counts, equipment }) =>
        counts && (equipment.length === 0 || equipment.some((set) => set.every((one) => situation.equipment.includes(one)))),
    )
    .flatMap((entry) => findOccasions(entry, scene, ahead, null).flatMap((occasion) => toChoice(occasion, entry, scene).choice ?? []))
    // Only this evening's occasions, so that all combinations can be computed.
    .filter(({ placements }) => placements.every(near));
  const search = (at: number, taken: readonly Placement[], value: number): number => {
    const choice = choices[at];
    if (choice === undefined) return value;
    let best = search(at + 1, taken, value);
    for (const placement of choice.placements) {
      if (taken.some((other) => againstPair(other, placement, scene) !== null)) continue;
      const used = new Map(usedBefore(scene));
      for (const { uses } of [...taken, placement]) for (const { key, amount } of uses) used.set(key, (used.get(key) ?? 0) + amount);
      if (placement.uses.some(({ key, most }) => (used.get(key) ?? 0) > most)) continue;
      const bonus = taken.reduce((sum, other) => sum + pairBonus(other, placement), 0);
      best = Math.max(best, search(at + 1, [...taken, placement], value + placement.value + bonus));
    }
    return best;
  };
  const ids = new Set(choices.map(({ occasion }) => occasion.id));
  const items = planFor(situation).items.filter(({ id }) => ids.has(id));
  return { best: search(0, [], 0), reached: items.reduce((sum, { benefit }) => sum + benefit, 0) };
}

describe('the plan of an evening', () => {
  const evening = {
    quietFrom: '20:00',
    bed: '20:30',
    planned: [planned('05T06:40', 800), planned('06T06:40', 800), planned('07T06:40', 800)],
  } as const;
  it.each([
    ['a hard run, a roller, 20 min', given({ ...evening, activities: [hardRun], equipment: ['foam-roller'], timeBudgetMin: 20 })],
    ['a hard run, a gun, 15 min', given({ ...evening, activities: [hardRun], equipment: ['massage-gun'], timeBudgetMin: 15 })],
    [
      'strength work, boots, 30 min',
      given({ ...evening, activities: [lifting], equipment: ['compression-boots'], timeBudgetMin: 30, goal: 'size' }),
    ],
    [
      'a long run before, light, 25 min',
      given({ ...evening, activities: [hardRun, longRun], equipment: ['red-light'], timeBudgetMin: 25 }),
    ],
  ])('reaches at least 98 %% of the optimum: %s', { timeout: 60_000 }, (_, situation) => {
    const { best, reached } = optimum(situation, 3);
    expect(best).toBeGreaterThan(0);
    expect(reached / best).toBeGreaterThanOrEqual(0.98);
  });
});
