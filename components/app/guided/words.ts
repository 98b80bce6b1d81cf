import { findItem, findPreset, type SessionStep, type WaterRule } from '../../../lib/catalogue';
import type { Cue } from '../../../lib/devices/guided/guided-timer';
import type { WaterNotice } from '../../../lib/devices/guided/thermometer';
import { type MessageKey, t } from '../../../lib/i18n';
import { REGION_WORDS } from '../../../lib/i18n/words/region-words';
import { presetName, sessionName } from '../../../lib/i18n/words/session-words';
import type { SessionRecord } from '../../../lib/storage';

/** The name of a step: the muscle, the water, or a pause to change place. Empty for a dose of one step. */
export function stepName({ region, exposure, pause }: SessionStep): string {
  if (pause === true) return t('stepChange');
  if (region !== undefined) return t(REGION_WORDS[region]);
  if (exposure === undefined) return t('stepOn');
  return t(exposure === 'cold' ? 'stepCold' : 'stepHeat');
}

const RULES: Readonly<Record<WaterRule, MessageKey>> = {
  'never-alone': 'waterAlone',
  'not-after-alcohol': 'waterAlcohol',
  'head-above-water': 'waterHead',
  'no-breath-holding': 'waterBreath',
  'out-when-numb-shivering-dizzy': 'waterOut',
  'rewarm-before-driving': 'waterRewarm',
};

export function ruleOfWater(rule: WaterRule): string {
  return t(RULES[rule]);
}

const NOTICES: Readonly<Record<WaterNotice, readonly [what: MessageKey, todo: MessageKey]>> = {
  'too-cold': ['noticeTooCold', 'noticeTooColdTodo'],
  shortened: ['noticeShortened', 'noticeShortenedTodo'],
  'too-hot': ['noticeTooHot', 'noticeTooHotTodo'],
  'warmer-than-dose': ['noticeWarmer', 'noticeWarmerTodo'],
  'cooler-than-dose': ['noticeCooler', 'noticeCoolerTodo'],
};

export function noticeWords(notice: WaterNotice): { readonly what: string; readonly todo: string } {
  const [what, todo] = NOTICES[notice];
  return { what: t(what), todo: t(todo) };
}

/** A cue as text for screen readers and notifications. */
export function cueWords(cue: Cue, step: SessionStep | undefined): string {
  switch (cue) {
    case 'step-start':
      return step === undefined ? '' : t('cueStep', stepName(step));
    case 'half':
      return t('cueHalf');
    case 'ten-seconds':
      return t('cueTen');
    case 'out-now':
      return t('cueOut');
    case 'end':
      return t('cueEnd');
  }
}

/** The title of a diary entry. */
export function recordName({ plan, device }: SessionRecord): string {
  const preset = device === null || findItem(plan) !== null ? null : findPreset(plan);
  if (preset !== null) return presetName({ id: preset, modality: plan.modality });
  if (device !== null && plan.doseOf === 'user') return t('presetByHand');
  return plan.doseId === 'resonance-search' || plan.from === 'resonance' ? t('breatheSearch') : sessionName(plan);
}
