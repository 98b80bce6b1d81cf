import { CATALOGUE, type DoseChoice, type SessionPlan, toSessionPlan } from '../catalogue';

/** Breathing as the guided timer runs it: the same record in the diary, the same screening before it. */

/** A search is at least this long at each rate, and may be longer, in minutes. */
export const SEARCH_MINUTES: readonly number[] = CATALOGUE.breathwork.doses.find(({ id }) => id === 'resonance-search')?.lengthsMin ?? [];
/** How much of each rate is settling and not counted, s. Ours. */
export const SETTLE_S = 30;

/** A session at one pace, by itself or for an item of the plan. */
export function pacedPlan(
  pacePerMin: number,
  minutes: number,
  item: Pick<DoseChoice, 'id' | 'doseId' | 'variant'> | null = null,
): SessionPlan | null {
  const { id, doseId = 'paced', variant = null } = item ?? {};
  return toSessionPlan({ modality: 'breathwork', doseId, variant, minutes, pacePerMin, ...(id === undefined ? {} : { id }) });
}

/** One step a rate, each as long as `minutesEach`. */
export function searchPlan(minutesEach: number): SessionPlan | null {
  return toSessionPlan({ modality: 'breathwork', doseId: 'resonance-search', minutes: minutesEach });
}
