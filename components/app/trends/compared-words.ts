import { type MessageKey, number, t } from '../../../lib/i18n';
import { modalityText } from '../../../lib/i18n/words/modality-words';
import type { TrendOutcome } from '../../../lib/trends';
import { parseCompared } from '../../../lib/views/trends-answers';

/** The name of what is compared: a tag as the user wrote it; a modality as the plan calls it. */
export function comparedWords(key: string): string {
  const { of, name } = parseCompared(key);
  const plain = of === 'modality' ? modalityText(name) : name;
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

export const OUTCOME_WORDS = {
  lnRmssd: 'betterRmssd',
  hrBpm: 'betterHr',
  soreness: 'betterSoreness',
} as const satisfies Record<TrendOutcome, MessageKey>;

/** "+4 %", "−1.2 bpm", "+0.3 points". */
export function differenceWords(outcome: TrendOutcome, value: number): string {
  const shown = outcome === 'lnRmssd' ? 100 * Math.expm1(value) : value;
  const figure = number(Math.abs(shown), outcome === 'lnRmssd' && Math.abs(shown) >= 10 ? 0 : 1);
  const signed = `${shown < 0 ? '−' : '+'}${figure}`;
  if (outcome === 'lnRmssd') return t('percent', signed);
  return outcome === 'hrBpm' ? t('bpmValue', signed) : t('points', signed);
}
