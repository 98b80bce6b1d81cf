import type { Block } from '../../lib/devices/safety/clearance';
import type { PlanFault } from '../../lib/devices/session/validate';
import { type MessageKey, t } from '../../lib/i18n';
import { ruleWords } from '../../lib/i18n/words/screening-words';
import { faultCodeWords } from './words';

/** Why the screening is due, other than elapsed time or a ticked answer. */
const SCREENING_WORDS: Readonly<Partial<Record<string, MessageKey>>> = {
  'never-asked': 'blockScreening',
  unread: 'blockScreeningUnread',
  'answers-unread': 'blockAnswersUnread',
};

const PLAN_FAULTS: Readonly<Record<PlanFault['code'], MessageKey>> = {
  'no-steps': 'planNoSteps',
  'too-long': 'planTooLong',
  'region-too-long': 'planRegionTooLong',
  'bad-duration': 'planBadDuration',
  'bad-ramp': 'planBadRamp',
  'no-such-zone': 'planNoZone',
  'level-out-of-limits': 'planLevel',
  'level-not-settable': 'planLevelNotSettable',
  'no-temperature': 'planNoTemperature',
  'temperature-out-of-limits': 'planTemperature',
  'no-such-programme': 'planNoProgramme',
};

export function planFaultWords({ step, code }: PlanFault): string {
  return step === null ? t(PLAN_FAULTS[code]) : t('planStepFault', step + 1, t(PLAN_FAULTS[code]));
}

/** What blocks a start, and what to do. Blocks that a tick or a form resolves are shown with it instead. */
export function blockWords(block: Block): { readonly what: string; readonly todo: string } {
  switch (block.code) {
    case 'disabled':
      return block.why === 'stop-only'
        ? { what: t('blockStopOnly'), todo: t('blockStopOnlyTodo') }
        : { what: t('blockDisabled'), todo: t('blockDisabledTodo') };
    case 'device-fault':
      return { what: faultCodeWords(block.fault), todo: t('blockDeviceFaultTodo') };
    case 'already-moves':
      return { what: t('blockAlreadyMoves'), todo: t('blockAlreadyMovesTodo') };
    case 'screening-due':
      return {
        what: t(SCREENING_WORDS[block.why] ?? 'blockScreeningAgain'),
        todo: t(block.why === 'answers-unread' ? 'blockAnswersUnreadTodo' : 'blockScreeningTodo'),
      };
    case 'excluded':
    case 'region-excluded':
      return {
        what: t('blockExcluded', block.reasons.map(({ rule }) => ruleWords(rule)).join(t('listComma'))),
        todo: t(block.reasons.some(({ askDoctor }) => askDoctor) ? 'blockAskDoctor' : 'screeningNotClearance'),
      };
    case 'region-never':
      return { what: t('blockRegionNever'), todo: t('blockRegionNeverTodo') };
    case 'region-not-said':
      return { what: t('blockRegionNotSaid'), todo: t('blockRegionNotSaidTodo') };
    case 'one-tap-needed':
      return { what: t('oneTapQuestion'), todo: '' };
    case 'one-tap-signs':
      return { what: t('oneTapSigns'), todo: t('oneTapSignsTodo') };
    case 'runs-on-not-acknowledged':
      return { what: t('runsOnWarning'), todo: t('runsOnTodo') };
    case 'plan':
      return { what: block.faults.map(planFaultWords).join(' '), todo: t('planFaultTodo') };
  }
}
