import { number, t, timeOfDay } from '../../i18n';
import { headline, reason } from '../../i18n/words/verdict-words';
import type { DaySnapshot } from '../../today/snapshot';
import type { CardMorning } from './schema';

/** This morning in words, limited by what was done since. */
export function toCardMorning({ readiness, check, world }: DaySnapshot): CardMorning {
  // The sentence about a hard session already says it.
  const told = readiness.rule === 'hard-since-check' || readiness.doneSince < 1;
  return {
    verdict: readiness.verdict,
    headline: headline(readiness),
    reason: reason(readiness),
    share: readiness.learned / readiness.needed,
    measured: check === null ? null : timeOfDay(check.startedAtMs, check.timeZone),
    since: told ? null : t('cardSince', number(readiness.doneSince)),
    demo: world === 'demo',
  };
}
