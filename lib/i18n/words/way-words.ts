import { findEntry, type Step } from '../../catalogue';
import type { PlanItem } from '../../planner';
import { messageOr, underscored } from './modality-words';

/** The ways to do an item, where the plan leaves them to the user: by hand or cupping, an ice pack or a spray. */

/** The variants that need nothing that has to be ticked, if the plan has not chosen one. */
function openVariants({ modality, variant }: Pick<PlanItem, 'modality' | 'variant'>) {
  return variant === null ? (findEntry(modality)?.variants ?? []).filter(({ equipment }) => equipment === undefined) : [];
}

/** The names of the ways. Their messages are `planVariant_` and the variant with underscores; a variant without one is left out. */
export function wayNames(item: Pick<PlanItem, 'modality' | 'variant'>): string[] {
  return openVariants(item)
    .map(({ id }) => messageOr(`planVariant_${underscored(id)}`, ''))
    .filter((name) => name !== '');
}

/** The steps that belong to one of the ways only. Their texts say to which. */
export function waySteps(item: Pick<PlanItem, 'modality' | 'variant'>): Step[] {
  return openVariants(item).flatMap(({ steps }) => steps ?? []);
}
