import { CONTRAINDICATIONS, isLiteratureSource, type RuleCode, SOURCES } from '../../catalogue';
import { type PlanDay, type PlanExclusion, type PlanItem, type RoutineId, RULE_NAMES } from '../../planner';
import { PAIN_SIGNS } from '../../readiness';
import { number, t } from '..';
import { messageOr, underscored } from './modality-words';

/** The planner's codes as sentences. */

const RULE_CODES: readonly RuleCode[] = [
  ...CONTRAINDICATIONS,
  'ill',
  'injured',
  ...[...PAIN_SIGNS, 'strong' as const].map((reason) => `pain-${reason}` as const),
];

/** Why an item is in the plan, in one sentence. */
export function whyText({ reason: { code, values } }: Pick<PlanItem, 'reason'>): string {
  if (code === 'walk-illness') return t('planWhy_walk_illness', number(Number(values.k)), number(Number(values.of)));
  // A modality that is one file has no message of its own.
  return messageOr(`planWhy_${underscored(code)}`, t('planWhy_may'));
}

/** The kind of day: "Recovery day". */
export function routineText(id: RoutineId): string {
  return t(`routine_${underscored(id)}`);
}

/** The routine of a day: the user's own by its name, else the kind of day. */
export function dayRoutineText({ routine, own }: Pick<PlanDay, 'routine' | 'own'>): string {
  return own === null ? routineText(routine) : t('planRoutineOwn', own.name);
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
