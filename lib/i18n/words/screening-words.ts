import type { Contraindication, EndingTick, RuleCode } from '../../catalogue';
import { type MessageKey, t } from '..';

export const CONTRAINDICATION_WORDS: Readonly<Record<Contraindication, MessageKey>> = {
  dvt: 'contraDvt',
  'recent-surgery': 'contraSurgery',
  'acute-injury': 'contraInjury',
  'open-wound': 'contraWound',
  'skin-infection': 'contraSkin',
  'severe-oedema': 'contraOedema',
  fever: 'contraFever',
  'heart-disease': 'contraHeart',
  'hypertension-uncontrolled': 'contraHypertension',
  arrhythmia: 'contraArrhythmia',
  'heart-rate-medicine': 'contraHeartRateMedicine',
  syncope: 'contraSyncope',
  pregnancy: 'contraPregnancy',
  'peripheral-artery-disease': 'contraArteries',
  raynaud: 'contraRaynaud',
  'cold-urticaria': 'contraUrticaria',
  'reduced-sensation': 'contraSensation',
  anticoagulant: 'contraAnticoagulant',
  'active-cancer': 'contraCancer',
  'implanted-device': 'contraImplant',
  photosensitivity: 'contraPhotosensitivity',
  'photosensitising-medicine': 'contraPhotoMedicine',
  epilepsy: 'contraEpilepsy',
  'kidney-disease': 'contraKidney',
  diabetes: 'contraDiabetes',
  'eating-disorder': 'contraEatingDisorder',
  fasting: 'contraFasting',
  'under-18': 'contraUnder18',
};

const STILL_WORDS: Readonly<Record<EndingTick, MessageKey>> = {
  fever: 'stillFever',
  'acute-injury': 'stillInjured',
  'recent-surgery': 'stillOperated',
};

/** The morning question about a tick that has an end. */
export function stillText(tick: EndingTick): string {
  return t(STILL_WORDS[tick]);
}

const MORNING_WORDS = {
  ill: 'ruleIll',
  injured: 'ruleInjured',
  'pain-sudden': 'rulePainSudden',
  'pain-one-sided': 'rulePainOneSided',
  'pain-swollen': 'rulePainSwollen',
  'pain-strong': 'rulePainStrong',
} as const;

/** What was ticked, or answered in the morning, in the form used in "Left out because you ticked …". */
export function ruleWords(rule: RuleCode): string {
  return t(rule in MORNING_WORDS ? MORNING_WORDS[rule as keyof typeof MORNING_WORDS] : CONTRAINDICATION_WORDS[rule as Contraindication]);
}
