import { CONTRAINDICATIONS, isLiteratureSource, type RuleCode, SOURCES } from '../../catalogue';
import { type PlanExclusion, type PlanItem, RULE_NAMES } from '../../planner';
import { PAIN_SIGNS } from '../../readiness';
import { t } from '..';
import { underscored } from './modality-words';

/** The planner's codes as sentences. */

const RULE_CODES: readonly RuleCode[] = [
  ...CONTRAINDICATIONS,
  'ill',
  'injured',
  ...[...PAIN_SIGNS, 'strong' as const].map((reason) => `pain-${reason}` as const),
];

/** Why an item is in the plan, and what raised its value today. */
export function whyText({ reason, because }: Pick<PlanItem, 'reason' | 'because'>): string {
  return [t(`planWhy_${underscored(reason.code)}`), ...because.map((one) => t(`planBecause_${underscored(one)}`))].join(' ');
}

export function stepTexts({ steps }: Pick<PlanItem, 'steps'>): string[] {
  return steps.map((step) => t(`planStep_${step}`));
}

/** What trials show for recovery, and the kind of evidence. */
export function evidenceText({ evidence, evidenceKind }: Pick<PlanItem, 'evidence' | 'evidenceKind'>): string {
  return evidenceKind === 'none' || evidence === 'none'
    ? t('planEvidence_none')
    : t(`planEvidence_${evidenceKind}`, t(`planGrade_${evidence}`));
}

/** What the guides call their evidence for it. */
export function seedGradeText({ seedGrade }: Pick<PlanItem, 'seedGrade'>): string {
  return t('planGuideSays', t(`planGrade_${seedGrade}`));
}

export function sourcesText({ sources }: Pick<PlanItem, 'sources'>): string {
  return sources.map((source) => SOURCES[source].title).join('; ');
}

/** The source of a dose: its name, or that it is our choice. */
export function whoseText({ whose }: Pick<PlanItem, 'whose'>): string {
  return doseOfText(whose);
}

/** The same for a stored row, which may name an unknown source. */
export function doseOfText(whose: string): string {
  if (whose === 'ours' || whose === 'trials' || whose === 'user') return t(`planWhose_${whose}`);
  return isLiteratureSource(whose) ? SOURCES[whose].title : t('planWhose_unknown');
}

/** Whether a doctor's word lifts it. */
export function isAsk({ values }: Pick<PlanExclusion, 'values'>): boolean {
  return values.askDoctor === 1;
}

/** @param said the text of what was ticked, or answered in the morning */
export function exclusionText({ rule, values }: Pick<PlanExclusion, 'rule' | 'values'>, said: (by: RuleCode) => string): string {
  const by = RULE_CODES.find((code) => rule === `screening-${code}`);
  if (by !== undefined) return t(isAsk({ values }) ? 'planRule_screening_ask' : 'planRule_screening', said(by));
  const plain = RULE_NAMES.find((name) => name === rule);
  return plain === undefined ? '' : t(`planRule_${underscored(plain)}`);
}
