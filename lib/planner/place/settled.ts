import { isFullDose } from '../full-dose';
import type { Scene } from '../rules';
import type { Wanted } from './wanted';

/** Whether the user did or skipped what is wanted; null: neither. */
export function findSettled({ id, entry, fromMs, toMs }: Wanted, { situation }: Scene): 'done' | { readonly reason: string } | null {
  for (const logged of situation.log) {
    const inside = logged.modality === entry.modality && logged.startMs >= fromMs && logged.startMs <= toMs;
    if (logged.outcome === 'done' && (logged.id === id || (logged.id === null && inside && isFullDose(logged)))) return 'done';
    if (logged.outcome === 'skipped' && logged.id === id) return { reason: logged.reason ?? '' };
  }
  return null;
}
