import { CATALOGUE, type CatalogueEntry, isPlanned, MODALITIES } from '../catalogue';
import { sum } from '../core/statistics';
import { combine, pairBonus } from './combine';
import { toPlanItem } from './describe';
import { type Considered, exclusionsFor } from './exclude';
import { isFullDose } from './full-dose';
import { compareItems } from './item-times';
import { findOccasions, type Occasion } from './occasions';
import { type PlacementChoice, type Refusal, toChoice } from './placements';
import { planRestDay, type RestDay } from './rest-days';
import { againstModality, buildScene, type LocalDay, type Scene, type Situation, spend, usedBefore } from './rules';
import type { Plan } from './types';

/**
 * Plans the next 72 h. Deterministic: the same situation gives the same plan. The rules decide what may be placed where; within them and
 * the day's budget, the plan maximises the expected benefit (docs/planner.md). Pass the last plan's items as `previous` so that a small
 * change of the situation changes the plan little.
 */
export function planFor(situation: Situation): Plan {
  const scene = buildScene(situation);
  const ahead = scene.days.filter(({ bedMs, wakeMs }) => bedMs > situation.nowMs && wakeMs < scene.endMs);
  const rest = planRestDay(scene);
  const considered = MODALITIES.map((modality) => CATALOGUE[modality])
    .filter(isPlanned)
    .map((entry) => consider(entry, scene, ahead, rest));
  const used = usedBefore(scene);
  const chosen = combine(
    considered.flatMap(({ choices }) => choices),
    scene,
    used,
  );
  for (const { placement } of chosen) spend(placement.uses, used);
  const items = chosen.map((one) => toPlanItem(one, scene)).sort(compareItems);
  const pairs = chosen.flatMap((a, i) => chosen.slice(i + 1).map((b) => pairBonus(a.placement, b.placement)));
  return {
    fromMs: situation.nowMs,
    toMs: scene.endMs,
    timeZone: situation.timeZone,
    items,
    excluded: considered.flatMap((one) => exclusionsFor(one, chosen, used, scene)),
    days: ahead.map(({ day }) => ({ day, usedMin: used.get(`time ${day}`) ?? 0, budgetMin: situation.timeBudgetMin })),
    benefit: sum([...items.map(({ benefit }) => benefit), ...pairs]),
  };
}

function consider(entry: CatalogueEntry, scene: Scene, ahead: readonly LocalDay[], rest: RestDay | null): Considered {
  const { modality } = entry;
  const against = againstModality(entry, scene);
  if (against.length > 0) return { modality, against, choices: [], refusals: [] };
  const choices: PlacementChoice[] = [];
  const refusals: Refusal[] = [];
  for (const occasion of findOccasions(entry, scene, ahead, rest)) {
    const over = settled(occasion, scene);
    if (over === 'done') continue;
    if (over !== null) {
      refusals.push(over);
      continue;
    }
    const { choice, refusal } = toChoice(occasion, entry, scene);
    if (choice !== null) choices.push(choice);
    if (refusal !== null) refusals.push(refusal);
  }
  return { modality, against, choices, refusals };
}

/** Whether the user did or skipped an occasion. */
function settled({ id, modality, fromMs, toMs }: Occasion, { situation }: Scene): Refusal | 'done' | null {
  for (const entry of situation.log) {
    const inside = entry.modality === modality && entry.startMs >= fromMs && entry.startMs <= toMs;
    if (entry.outcome === 'done' && (entry.id === id || (entry.id === null && inside && isFullDose(entry)))) return 'done';
    if (entry.outcome === 'skipped' && entry.id === id) {
      return { rule: 'skipped', values: { reason: entry.reason ?? '' }, untilMs: null };
    }
  }
  return null;
}
