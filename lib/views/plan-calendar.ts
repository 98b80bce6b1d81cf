import { MINUTE_MS } from '../core/time';
import { t } from '../i18n';
import { doseText } from '../i18n/words/dose-words';
import { foodSteps } from '../i18n/words/food-words';
import { modalityText } from '../i18n/words/modality-words';
import { evidenceText, whoseText, whyText } from '../i18n/words/plan-words';
import { type Plan, type PlanItem, toIcs } from '../planner';
import type { DietLimit } from '../storage';

/** Writes a plan as an iCalendar file. `stampMs`: when it is made, epoch ms. */
export function toCalendar({ items }: Pick<Plan, 'items'>, diet: readonly DietLimit[] | null, stampMs: number): string {
  return toIcs(
    items.map((item) => toCalendarEntry(item, diet)),
    stampMs,
  );
}

function toCalendarEntry(item: PlanItem, diet: readonly DietLimit[] | null) {
  const dose = doseText(item);
  const name = modalityText(item.modality);
  return {
    id: item.id,
    startMs: item.startMs,
    endMs: item.startMs + item.minutes * MINUTE_MS,
    summary: dose === '' ? name : `${name}: ${dose}`,
    description: [
      whyText(item),
      ...foodSteps(item.steps, diet),
      `${t('planWhoseIs', whoseText(item))} ${evidenceText(item)}.`,
      t('planNotMedical'),
    ].join('\n'),
  };
}
