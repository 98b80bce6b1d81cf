import type { Modality } from '../catalogue';
import type { Chosen } from './combine';
import { type PlacementChoice, type Refusal, TELL_OF } from './placements';
import { type Against, againstPair, isOver, type Scene } from './rules';
import type { PlanExclusion } from './types';

/** Names the rule that keeps a modality out of the plan. */

export interface Considered {
  readonly modality: Modality;
  readonly against: readonly Against[];
  readonly choices: readonly PlacementChoice[];
  readonly refusals: readonly Refusal[];
}

export function exclusionsFor(
  considered: Considered,
  chosen: readonly Chosen[],
  used: ReadonlyMap<string, number>,
  scene: Scene,
): PlanExclusion[] {
  const { modality, against, choices, refusals } = considered;
  if (against.length > 0) return against.map(({ rule, values }) => ({ modality, rule, values, untilMs: null }));
  const starts = chosen.filter(({ placement }) => placement.modality === modality).map(({ placement }) => placement.startMs);
  if (starts.length > 0) {
    const first = Math.min(...starts);
    const told = refusals.filter(({ rule, untilMs }) => TELL_OF.has(rule) && (untilMs ?? first) > scene.situation.nowMs);
    return unique(told).map((refusal) => ({ modality, ...refusal, untilMs: refusal.untilMs ?? first }));
  }
  const told = unique(refusals).map((refusal) => ({ modality, ...refusal }));
  if (told.length > 0) return told;
  return [{ modality, untilMs: null, ...left(choices, chosen, used, scene) }];
}

/** Why a modality is missing although no rule excludes it: the day is full, or a better item conflicts with it. */
function left(
  choices: readonly PlacementChoice[],
  chosen: readonly Chosen[],
  used: ReadonlyMap<string, number>,
  scene: Scene,
): Pick<PlanExclusion, 'rule' | 'values'> {
  const placement = choices[0]?.placements[0];
  if (placement === undefined) return { rule: 'no-occasion', values: {} };
  const over = placement.uses.find((use) => isOver(use, used));
  if (over !== undefined) return { rule: over.rule, values: { most: over.most } };
  for (const { placement: other } of chosen) {
    const rule = againstPair(other, placement, scene);
    if (rule !== null) return { rule: rule.name, values: { other: other.modality } };
  }
  return { rule: 'time-budget', values: { most: scene.situation.timeBudgetMin } };
}

/** Keeps one refusal per rule: the one that lasts longest. */
function unique(refusals: readonly Refusal[]): Refusal[] {
  const found = new Map<string, Refusal>();
  for (const refusal of refusals) {
    const before = found.get(refusal.rule);
    if (before === undefined || (before.untilMs !== null && (refusal.untilMs === null || refusal.untilMs > before.untilMs))) {
      found.set(refusal.rule, refusal);
    }
  }
  return [...found.values()];
}
