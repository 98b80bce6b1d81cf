import { type CheckIn, findIllnesses, findPains } from '../../readiness';
import type { Contraindication } from './contraindications';
import type { HealthState } from './excluded';

/** Age in whole years is not known from the year of birth alone: who may still be 17 counts as under 18. */
export function isUnder18(birthYear: number | null, year: number): boolean {
  return birthYear !== null && year - birthYear <= 18;
}

/** What is known of a user's health today: what was ticked in the screening, the age, and what today's check-in says; null: not said. */
export function toHealthState(
  ticked: readonly Contraindication[],
  checkIn: Pick<CheckIn, 'ill' | 'injured' | 'pain'> | null,
  age: { readonly birthYear: number | null; readonly year: number } = { birthYear: null, year: 0 },
): HealthState {
  const young = isUnder18(age.birthYear, age.year) && !ticked.includes('under-18');
  return {
    ticked: young ? [...ticked, 'under-18'] : ticked,
    ill: checkIn?.ill ?? false,
    injured: checkIn?.injured ?? false,
    pain: findPains(checkIn?.pain),
  };
}

/** Whether somebody is ill today: answered this morning or ticked. The verdict asks the same function. */
export function isIll({ ticked, ill }: Pick<HealthState, 'ticked' | 'ill'>): boolean {
  return findIllnesses(ticked, { ill }).length > 0;
}
