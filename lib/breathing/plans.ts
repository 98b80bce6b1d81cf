import { CATALOGUE, type DoseChoice, type SessionPlan, toSessionPlan } from '../catalogue';
import { RESONANCE_RATES } from '../hrv';

/** Breathing as sessions of the guided timer: the same record in the diary, the same screening before it. */

const SEARCH = CATALOGUE.breathwork.doses.find(({ id }) => id === 'resonance-search');
/** The choices for how long a search spends at each rate, in minutes. */
export const SEARCH_MINUTES: readonly number[] = (SEARCH?.lengthsMin ?? []).map((minutes) => minutes / RESONANCE_RATES.length);
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
  return toSessionPlan({ modality: 'breathwork', doseId: 'resonance-search', minutes: minutesEach * RESONANCE_RATES.length });
}
