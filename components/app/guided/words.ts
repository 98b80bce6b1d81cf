import { MODALITIES } from '../../../lib/catalogue';
import type { GuidedDose, GuidedStep } from '../../../lib/devices/guided/doses';
import type { Cue } from '../../../lib/devices/guided/guided-timer';
import type { WaterNotice } from '../../../lib/devices/guided/thermometer';
import type { Pair, WATER_RULES } from '../../../lib/devices/guided/water';
import { type MessageKey, t } from '../../../lib/i18n';
import { temperatureRange } from '../../../lib/i18n/units';
import { modalityText } from '../../../lib/i18n/words/modality-words';
import { REGION_WORDS } from '../../../lib/i18n/words/region-words';
import type { SessionRecord } from '../../../lib/storage';
import { isItemId } from '../../../lib/today/plan/log-session';
import { presetName } from '../../session/PlanPicker';

const DOSES: Readonly<Record<string, MessageKey>> = {
  boots: 'guidedBoots',
  'gun-legs': 'guidedGun',
  'roller-legs': 'guidedRoller',
  'cold-first': 'guidedColdFirst',
  cold: 'guidedCold',
  colder: 'guidedColder',
  sauna: 'guidedSauna',
  'warm-bath': 'guidedBath',
  'contrast-first': 'guidedContrastFirst',
  contrast: 'guidedContrast',
  'ice-pack': 'guidedIce',
  breathing: 'breatheTitle',
  resonance: 'breatheSearch',
};

export function doseName(id: string): string {
  const key = DOSES[id];
  if (key !== undefined) return t(key);
  const modality = MODALITIES.find((one) => one === id);
  return modality === undefined ? id : modalityText(modality);
}

const CARE: Readonly<Record<string, MessageKey>> = {
  'pneumatic-compression': 'careBoots',
  'massage-gun': 'careGun',
  'foam-rolling': 'careRoller',
  sauna: 'careSauna',
  'ice-compression': 'careIce',
};

/** What to mind with this one; null where the water rules say it. */
export function careWords({ modality }: Pick<GuidedDose, 'modality'>): string | null {
  const key = CARE[modality];
  return key === undefined ? null : t(key);
}

/** What a step is: the muscle, the water, a pause to change place; a dose of one step has no more to say. */
export function stepName({ region, exposure, pause }: GuidedStep): string {
  if (pause) return t('stepChange');
  if (region !== null) return t(REGION_WORDS[region]);
  if (exposure === null) return t('stepOn');
  return t(exposure === 'cold' ? 'stepCold' : 'stepHeat');
}

export function pairWords([low, high]: Pair['temperatureC']): string {
  return temperatureRange(low, high);
}

const RULES: Readonly<Record<(typeof WATER_RULES)[number], MessageKey>> = {
  'never-alone': 'waterAlone',
  'not-after-alcohol': 'waterAlcohol',
  'head-above-water': 'waterHead',
  'no-breath-holding': 'waterBreath',
  'out-when-numb-shivering-dizzy': 'waterOut',
  'rewarm-before-driving': 'waterRewarm',
};

export function ruleOfWater(rule: (typeof WATER_RULES)[number]): string {
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

/** A cue as it is read out and notified. */
export function cueWords(cue: Cue, step: GuidedStep | undefined): string {
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

/** What a line of the diary was. */
export function recordName({ plan, device }: SessionRecord): string {
  // Of a plan's item the modality is its name.
  if (isItemId(plan.from)) return doseName(plan.modality);
  if (device !== null) return presetName(plan.from);
  return plan.from === null ? t('presetByHand') : doseName(plan.from);
}
