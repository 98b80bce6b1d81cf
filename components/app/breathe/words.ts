import type { BreathHeart } from '../../../lib/breathing/heart';
import { t } from '../../../lib/i18n';
import { faultAdvice } from '../../../lib/i18n/words/verdict-words';

/** Why there is no strap, and what to do; null when nothing went wrong. */
export function heartFault(fault: BreathHeart['fault']['value']): { readonly what: string; readonly todo: string } | null {
  if (fault === null) return null;
  if (fault === 'check-running') return { what: t('breatheCheckHasStrap'), todo: t('breatheCheckHasStrapTodo') };
  return faultAdvice(fault);
}
