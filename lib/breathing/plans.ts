import { CATALOGUE, type DoseChoice, type SessionPlan, toSessionPlan } from '../catalogue';

/** Breathing as sessions of the guided timer: the same record in the diary, the same screening before it. */

/** A search spends at least this long at each rate, in minutes. */
export const SEARCH_MINUTES: readonly number[] = CATALOGUE.breathwork.doses.find(({ id }) => id === 'resonance-search')?.lengthsMin ?? [];
/** Settling time at each rate that is not counted, s. Our choice. */
export const SETTLE_S = 30;

/** A session at one pace, on its own or for an item of the plan. */
export function pacedPlan(
  pacePerMin: number,
  minutes: number,
  item: Pick<DoseChoice, 'id' | 'doseId' | 'variant'> | null = null,
): SessionPlan | null {
  const { id, doseId = 'paced', variant = null } = item ?? {};
  return toSessionPlan({ modality: 'breathwork', doseId, variant, minutes, pacePerMin, ...(id === undefined ? {} : { id }) });
}

/** One step per rate, each as long as `minutesEach`. */
export function searchPlan(minutesEach: number): SessionPlan | null {
  return toSessionPlan({ modality: 'breathwork', doseId: 'resonance-search', minutes: minutesEach });
}
