import { MINUTE_MS } from '../core/time';
import { optimise } from './optimise';
import type { Placement, PlacementChoice } from './placements';
import { againstPair, isOver, type Scene, spend } from './rules';

/** Selects the items of the plan: first food, drink, sleep and garments, which take no time; then the rest within the day's budget. */

/** PALM Health's tip: infrared right after cold. Adds this share of the infrared's value if it follows within half an hour. Our choice. */
const COLD_THEN_INFRARED = { share: 0.5, withinMs: 30 * MINUTE_MS } as const;

export interface Chosen {
  readonly choice: PlacementChoice;
  readonly placement: Placement;
}

export function combine(choices: readonly PlacementChoice[], scene: Scene, usedBefore: ReadonlyMap<string, number>): Chosen[] {
  const used = new Map(usedBefore);
  const chosen: Chosen[] = [];
  const add = (choice: PlacementChoice, placement: Placement) => {
    chosen.push({ choice, placement });
    spend(placement.uses, used);
  };
  const clash = (a: Placement, b: Placement) => againstPair(a, b, scene) !== null;
  const goes = (placement: Placement) =>
    !placement.uses.some((use) => isOver(use, used)) && !chosen.some((other) => clash(other.placement, placement));

  const [free, timed] = [choices.filter(({ entry }) => !entry.counts), choices.filter(({ entry }) => entry.counts)];
  // Place items that the user moved before all others.
  const [fixed, open] = [timed.filter(({ moved }) => moved), timed.filter(({ moved }) => !moved)];
  for (const choice of [...free, ...fixed]) {
    const placement = choice.placements.find(goes);
    if (placement !== undefined) add(choice, placement);
  }
  // Items that take no time block nothing; moved items do.
  const inTheWay = chosen.filter(({ choice }) => choice.entry.counts);
  const fitting = open.map(({ placements }) =>
    inTheWay.length === 0 ? placements : placements.filter((placement) => !inTheWay.some((other) => clash(other.placement, placement))),
  );
  const before = new Map(scene.situation.previous.map((one) => [one.id, one]));
  const start = open.map(({ occasion }, i) => {
    const kept = before.get(occasion.id);
    return fitting[i]?.find(({ startMs, dose }) => startMs === kept?.startMs && dose.id === kept.doseId) ?? null;
  });
  const slots = optimise({ choices: fitting, clash, bonus: pairBonus, used, ...(before.size === 0 ? {} : { start }) });
  open.forEach((choice, i) => {
    const placement = slots[i];
    if (placement !== null && placement !== undefined) add(choice, placement);
  });
  return chosen;
}

export function pairBonus(a: Placement, b: Placement): number {
  const [cold, infrared] = a.modality === 'infrared' ? [b, a] : [a, b];
  if (cold.modality !== 'cold-water-immersion' || infrared.modality !== 'infrared') return 0;
  const gap = infrared.startMs - cold.endMs;
  return gap >= 0 && gap <= COLD_THEN_INFRARED.withinMs ? COLD_THEN_INFRARED.share * infrared.value : 0;
}
