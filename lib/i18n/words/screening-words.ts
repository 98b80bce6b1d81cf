import { type Contraindication, type EndingTick, listModalities, type RuleCode, SCREENING, type Subject } from '../../catalogue';
import { judgeHealth } from '../../readiness';
import { language, type MessageKey, t } from '..';
import { messageOr, modalityText, underscored } from './modality-words';

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

/** What a tick turns off, in sentences; `ask`: what a doctor may bring back, null if there is nothing. */
export function screeningTexts(tick: Contraindication): { readonly off: readonly string[]; readonly ask: string | null } {
  const { off, offAt, ask, askAt } = SCREENING[tick];
  // The verdict turns hard sessions off, by the same ticks.
  const hard = judgeHealth([tick], null).injured.length > 0 ? [t('screensHardSessions')] : [];
  // A family of which one member is left to a doctor is named by its other members.
  const isSplit = (subject: Subject) => subject !== 'all-but-rest-and-food' && listModalities(subject).some((one) => ask.includes(one));
  const named = off.flatMap((subject) => (isSplit(subject) ? listModalities(subject).filter((one) => !ask.includes(one)) : [subject]));
  const everywhere = [...new Set(named.filter((one) => one !== 'contrast' || !off.includes('whole-body-cold')).map(subjectText)), ...hard];
  const sentences = [
    ...(everywhere.length === 0 ? [] : [t('screeningOff', list(everywhere))]),
    ...(offAt === undefined ? [] : [t(offAt.place === 'said' ? 'screeningOffAt' : 'screeningOffLegs', list(offAt.what.map(subjectText)))]),
  ];
  const asked = [
    ...(ask.length === 0 ? [] : [t('screeningAsk', list(ask.map(subjectText)))]),
    ...(askAt === undefined ? [] : [t('screeningAskAt', list(askAt.what.map(subjectText)))]),
  ];
  return { off: tick === 'eating-disorder' ? [t('screeningNamed')] : sentences, ask: asked.length === 0 ? null : asked.join(' ') };
}

function subjectText(subject: Subject): string {
  return messageOr(`screens_${underscored(subject)}`, modalityText(subject));
}

function list(texts: readonly string[]): string {
  return new Intl.ListFormat(language()).format(texts);
}

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
