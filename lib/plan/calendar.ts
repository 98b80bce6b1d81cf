import { t } from '../i18n';
import { evidenceText, modalityText, stepTexts, whoseText, whyText } from '../plan-words';
import { icsOf, type Plan, type PlanItem } from '../recovery';
import { doseText } from './dose-words';

const MINUTE_MS = 60_000;

/** A plan as an iCalendar file. `stampMs`: when it is made, epoch ms. */
export function calendarOf({ items }: Pick<Plan, 'items'>, stampMs: number): string {
  return icsOf(items.map(entryOf), stampMs);
}

function entryOf(item: PlanItem) {
  const dose = doseText(item);
  const name = modalityText(item.modality);
  return {
    id: item.id,
    startMs: item.startMs,
    endMs: item.startMs + item.minutes * MINUTE_MS,
    summary: dose === '' ? name : `${name}: ${dose}`,
    description: [
      whyText(item),
      ...stepTexts(item),
      `${t('planWhoseIs', whoseText(item))} ${evidenceText(item)}.`,
      t('planNotMedical'),
    ].join('\n'),
  };
}
