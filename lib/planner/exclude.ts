import type { Modality } from '../catalogue';
import type { Placer, Refusal } from './place';
import type { Against, PlainRuleName, Scene } from './rules';
import type { PlanExclusion } from './types';

/** Names the rule that keeps a modality out of the plan. */

export interface Considered {
  readonly modality: Modality;
  readonly against: readonly Against[];
}

/** Rules that are reported when they exclude the first part of a window, even if the rest is free. */
const TELL_OF: ReadonlySet<PlainRuleName> = new Set<PlainRuleName>([
  'cold-after-strength',
  'inflammation-wanted',
  'compression-before-race',
  'heat-before-race',
  'after-illness',
  'in-the-fast',
  'no-water-or-heat-after-alcohol',
  'heat-dehydrated',
]);

/** Why a modality is not planned, or not before its first time; empty when nothing keeps it out. */
export function exclusionsFor({ modality, against }: Considered, items: Placer, options: Placer, scene: Scene): PlanExclusion[] {
  if (against.length > 0) return against.map(({ rule, values }) => ({ modality, rule, values, untilMs: null }));
  const refusals = [...(items.refusals.get(modality) ?? []), ...(options.refusals.get(modality) ?? [])];
  const starts = options.placed.filter((one) => one.modality === modality).map(({ startMs }) => startMs);
  if (starts.length > 0) {
    const first = Math.min(...starts);
    const told = refusals.filter(({ rule, firstMs }) => TELL_OF.has(rule) && firstMs < first && first > scene.situation.nowMs);
    return unique(told).map(({ rule, values }) => ({ modality, rule, values, untilMs: first }));
  }
  const told = unique(refusals);
  if (told.length > 0) return told.map(({ rule, values }) => ({ modality, rule, values, untilMs: null }));
  return [{ modality, rule: 'no-occasion', values: {}, untilMs: null }];
}

/** One refusal per rule: the first. */
function unique(refusals: readonly Refusal[]): Refusal[] {
  return [...new Map([...refusals].reverse().map((one) => [one.rule, one])).values()].reverse();
}
