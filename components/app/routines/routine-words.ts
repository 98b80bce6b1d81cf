import { number, t } from '../../../lib/i18n';
import { doseText } from '../../../lib/i18n/words/dose-words';
import { modalityText } from '../../../lib/i18n/words/modality-words';
import { routineText, whyText } from '../../../lib/i18n/words/plan-words';
import { findLengths, type OwnStep, type RoutineFault, type RoutineId, STEP_LIBRARY, type StepReason } from '../../../lib/planner';
import { expectedWords } from '../profiles/fault-words';

/** Own routines in words. */

/** The name of what a step is, and its sentence. */
export function ownStepWords(step: string): { readonly name: string; readonly why: string } {
  const { entry } = STEP_LIBRARY.get(step) ?? {};
  if (entry === undefined) return { name: step, why: '' };
  return { name: modalityText(entry.modality), why: whyText({ reason: { code: step as StepReason, values: {} } }) };
}

/** "Only on: Recovery day"; null for a step that is true on every day. */
export function onlyOnWords(step: string): string | null {
  const onlyOn = STEP_LIBRARY.get(step)?.onlyOn ?? null;
  return onlyOn === null ? null : t('ownOnlyOn', dayKindWords(onlyOn));
}

export function dayKindWords(kinds: readonly RoutineId[]): string {
  return kinds.map(routineText).join(t('listComma'));
}

/** A dose at one of its lengths. */
export interface OwnDoseChoice {
  readonly value: string;
  readonly label: string;
  readonly chosen: Omit<OwnStep, 'step'>;
}

/** What can be chosen for a step. Empty where there is nothing to choose: one dose of one length, or an amount that depends on the day. */
export function listDoseChoices(step: string): readonly OwnDoseChoice[] {
  const found = STEP_LIBRARY.get(step);
  if (found === undefined || !found.entry.counts) return [];
  const { modality } = found.entry;
  const choices = found.doses.flatMap((dose) =>
    findLengths(dose).map((minutes) => {
      const text = doseText({ dose, doseId: dose.id, minutes, counts: true, modality, variant: null, regions: [] });
      return {
        value: `${dose.id} ${minutes}`,
        label: dose.only === 'beginners' ? t('ownDoseBeginners', text) : text,
        chosen: { dose: dose.id, ...(minutes === dose.minutes ? {} : { minutes }) },
      };
    }),
  );
  return choices.length < 2 ? [] : choices;
}

/** The value of the choice that a step has; empty: the plan chooses. */
export function findDoseValue({ step, dose, minutes }: OwnStep): string {
  const found = listDoseChoices(step).find(({ chosen }) => chosen.dose === dose && chosen.minutes === minutes);
  return found?.value ?? '';
}

/** What is wrong at the place of a fault, and what would be right. */
export function routineFaultWords({ code, allowed, syntax }: RoutineFault): string {
  if (syntax !== undefined) return `${t('ownFault_not_json')} ${expectedWords({ expected: { kind: 'syntax', syntax } })}`;
  const limit = number(Number(allowed[0]));
  switch (code) {
    case 'not-json':
      return t('ownFault_not_json');
    case 'too-large':
      return t('ownFault_too_large');
    case 'not-a-routine':
      return t('ownFault_not_a_routine');
    case 'newer-version':
      return t('ownFault_newer_version');
    case 'missing':
      return t('ownFault_missing');
    case 'unknown-key':
      return t('ownFault_unknown_key');
    case 'wrong-type':
      return t('ownFault_wrong_type');
    case 'name':
      return t('ownFault_name', limit);
    case 'unknown-kind':
      return t('ownFault_unknown_kind', allowed.join(t('listComma')));
    case 'unknown-step':
      return t('ownFault_unknown_step', allowed.join(t('listComma')));
    case 'unknown-dose':
      return t('ownFault_unknown_dose', allowed.join(t('listComma')));
    case 'wrong-minutes':
      return allowed.length === 0 ? t('ownFault_minutes_without_dose') : t('ownFault_wrong_minutes', allowed.join(t('listComma')));
    case 'no-step':
      return t('ownFault_no_step');
    case 'too-many':
      return t('ownFault_too_many', limit);
    case 'twice':
      return t('ownFault_twice');
  }
}
