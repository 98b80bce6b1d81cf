import { CATALOGUE } from '../catalogue';
import type { LogEntry } from './rules/situation';

/** A session must last at least this share of its item, or of the modality's shortest dose, to count as that. Our choice. */
export const LEAST_SHARE = 0.5;
/** And at least this long, minutes. Our choice. */
export const LEAST_MIN = 1;

/**
 * Whether an entry is a dose of its modality. Cold and heat are logged however short they were, because they use up the day's limit; 20 s
 * of cold water are no cold bath all the same.
 */
export function isFullDose({ id, modality, minutes }: Pick<LogEntry, 'id' | 'modality' | 'minutes'>): boolean {
  const { counts, doses } = CATALOGUE[modality];
  if (id !== null || !counts) return true;
  return minutes >= Math.max(LEAST_MIN, LEAST_SHARE * Math.min(...doses.map((dose) => dose.minutes)));
}
