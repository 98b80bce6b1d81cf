import { findEntry } from '../catalogue';
import type { DoseRange, Exposure } from '../entry';
import type { SessionPlan } from './session-plan';

/** Whether the water rules come before it. */
export function needsWaterRules({ modality }: Pick<SessionPlan, 'modality'>): boolean {
  return findEntry(modality)?.families.includes('water') ?? false;
}

/** Where a single thermometer belongs: in the cold if there is any, otherwise in the heat; null: nowhere. */
export function measuredIn({ steps }: Pick<SessionPlan, 'steps'>): Exposure | null {
  const found = steps.map(({ exposure }) => exposure);
  return found.includes('cold') ? 'cold' : found.includes('heat') ? 'heat' : null;
}

/** A temperature of a session, °C, and its effect on the body; `exposure` is undefined in older rows. */
export interface Warmth {
  readonly exposure: Exposure | undefined;
  readonly rangeC: DoseRange;
}

/** The temperatures of a session, each once, in order. */
export function warmthsIn({ steps }: Pick<SessionPlan, 'steps'>): readonly Warmth[] {
  const each = steps.flatMap(({ rangeC, exposure }) =>
    rangeC === undefined ? [] : [[`${exposure} ${rangeC.join()}`, { exposure, rangeC }] as const],
  );
  return [...new Map(each).values()];
}

/** The same without the effect on the body, °C. */
export function temperaturesIn(plan: Pick<SessionPlan, 'steps'>): readonly DoseRange[] {
  return warmthsIn(plan).map(({ rangeC }) => rangeC);
}
