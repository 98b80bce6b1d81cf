import { type CheckIn, findIllnesses, findPains } from '../../readiness';
import type { Contraindication } from './contraindications';
import type { HealthState, TickDetails } from './excluded';

/** The year of birth does not give the exact age: a user who may still be 17 counts as under 18. */
export function isUnder18(birthYear: number | null, year: number): boolean {
  return birthYear !== null && year - birthYear <= 18;
}

/** What is known about the user's health today: ticked answers with their details, age, and today's check-in; null: not answered. */
export function toHealthState(
  ticked: readonly Contraindication[],
  checkIn: Pick<CheckIn, 'ill' | 'injured' | 'pain'> | null,
  age: { readonly birthYear: number | null; readonly year: number } = { birthYear: null, year: 0 },
  details: TickDetails = {},
): HealthState {
  const young = isUnder18(age.birthYear, age.year) && !ticked.includes('under-18');
  return {
    ...details,
    ticked: young ? [...ticked, 'under-18'] : ticked,
    ill: checkIn?.ill ?? false,
    injured: checkIn?.injured ?? false,
    pain: findPains(checkIn?.pain),
  };
}

/** Whether the user is ill today, as answered this morning or ticked. The verdict uses the same function. */
export function isIll({ ticked, ill }: Pick<HealthState, 'ticked' | 'ill'>): boolean {
  return findIllnesses(ticked, { ill }).length > 0;
}
