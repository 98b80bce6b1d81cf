import type { Verdict } from '../../readiness';
import type { Conflict } from '../../today/conflicts';
import { t } from '..';

/** Why a planned session or an event conflicts with the day, in one sentence. */
export function conflictText({ why, kind }: Pick<Conflict, 'why' | 'kind'>, verdict: Verdict): string {
  if (why === 'ill') return t('conflictIll');
  if (why === 'injured') return t(kind === 'event' ? 'conflictInjuredEvent' : 'conflictInjured');
  if (why === 'rest-day') return t('conflictRestDay');
  return t(verdict === 'rest' ? 'conflictRest' : 'conflictEasy');
}
