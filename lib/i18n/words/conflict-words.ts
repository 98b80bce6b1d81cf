import type { Conflict } from '../../planner';
import type { Verdict } from '../../readiness';
import { longDay, t, timeOfDay } from '..';
import { SPORT_WORDS } from './sport-words';

/** Why the day should not hold a planned session or an event, in one sentence. */
export function conflictText({ why, kind }: Pick<Conflict, 'why' | 'kind'>, verdict: Verdict): string {
  switch (why) {
    case 'ill':
      return t('conflictIll');
    case 'injured':
      return t(kind === 'event' ? 'conflictInjuredEvent' : 'conflictInjured');
    case 'back-from-illness':
      return t('conflictReturning');
    case 'after-race':
      return t('conflictAfterRace');
    case 'travel':
      return t('conflictTravel');
    case 'rest-day':
      return t('conflictRestDay');
    case 'verdict':
      return t(verdict === 'rest' ? 'conflictRest' : 'conflictEasy');
  }
}

/** What conflicts, and when: "Run, Monday 4 May at 18:00:". */
export function conflictWhat(conflict: Conflict): string {
  const { day, atMs } = conflict.kind === 'session' ? conflict.session : conflict.event;
  return t('conflictWhat', conflictName(conflict), longDay(day), timeOfDay(atMs));
}

function conflictName(conflict: Conflict): string {
  if (conflict.kind === 'session') return t(SPORT_WORDS[conflict.session.sport]);
  return t(conflict.event.kind === 'race' ? 'planRace' : 'planHardSession');
}
