import { findEntry } from '../catalogue';
import type { DoseRange, Exposure } from '../entry';
import type { SessionPlan } from './session-plan';

/** Whether the water rules stand before it. */
export function needsWaterRules({ modality }: Pick<SessionPlan, 'modality'>): boolean {
  return findEntry(modality)?.families.includes('water') ?? false;
}

/** Where one thermometer belongs: in the cold where there is any, else in the heat; null: nowhere. */
export function measuredIn({ steps }: Pick<SessionPlan, 'steps'>): Exposure | null {
  const found = steps.map(({ exposure }) => exposure);
  return found.includes('cold') ? 'cold' : found.includes('heat') ? 'heat' : null;
}

/** The temperatures of a session, °C, each once and in the order in which they come. */
export function temperaturesIn({ steps }: Pick<SessionPlan, 'steps'>): readonly DoseRange[] {
  return [...new Map(steps.flatMap(({ rangeC }) => (rangeC === undefined ? [] : [[rangeC.join(), rangeC] as const]))).values()];
}
