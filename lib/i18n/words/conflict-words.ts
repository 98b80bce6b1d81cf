import type { Verdict } from '../../readiness';
import type { ShownConflict } from '../../today/conflicts';
import { longDay, t, timeOfDay } from '..';
import { SPORT_WORDS } from './sport-words';

/** Why a planned session or an event does not go with the day, in one sentence. */
export function conflictText({ why, kind }: Pick<ShownConflict, 'why' | 'kind'>, verdict: Verdict): string {
  if (why === 'ill') return t('conflictIll');
  if (why === 'injured') return t(kind === 'event' ? 'conflictInjuredEvent' : 'conflictInjured');
  if (why === 'rest-day') return t('conflictRestDay');
  return t(verdict === 'rest' ? 'conflictRest' : 'conflictEasy');
}

/** What conflicts, and when: "Run, Monday 4 May at 18:00:". */
export function conflictWhat(conflict: ShownConflict): string {
  const { day, atMs } = conflict.kind === 'session' ? conflict.session : conflict.event;
  return t('conflictWhat', conflictName(conflict), longDay(day), timeOfDay(atMs));
}

function conflictName(conflict: ShownConflict): string {
  if (conflict.kind === 'session') return t(SPORT_WORDS[conflict.session.sport]);
  return t(conflict.event.kind === 'race' ? 'planRace' : 'planHardSession');
}
