import { findEntry, lengthS, type SessionPlan } from '../../../lib/catalogue';
import { clockTime, number, t } from '../../../lib/i18n';
import { temperatureRange } from '../../../lib/i18n/units';
import { doseText } from '../../../lib/i18n/words/dose-words';
import { doseOfText } from '../../../lib/i18n/words/plan-words';
import { regionList } from '../../../lib/i18n/words/region-words';
import { stepName } from './words';

/** The content of a session: its steps, temperature, and the source of the dose. */
export function DoseFacts({ plan }: { readonly plan: SessionPlan }) {
  const { steps, modality, variant, regions, doseId, doseOf } = plan;
  const entry = findEntry(modality);
  const dose = entry?.doses.find(({ id }) => id === doseId);
  return (
    <div class="stack tight">
      {steps.length > 1 && (
        <ol class="guided-steps">
          {steps.map((step, index) => (
            <li key={index} class={step.pause === true ? 'muted' : ''}>
              <span>{stepName(step)}</span>
              {step.rangeC !== undefined && <span class="muted">{temperatureRange(...step.rangeC)}</span>}
              <span class="guided-length">{clockTime(step.seconds)}</span>
            </li>
          ))}
        </ol>
      )}
      {steps.length === 1 && dose !== undefined && (
        <p>{doseText({ dose, doseId: dose.id, minutes: lengthS(steps) / 60, counts: true, modality, variant, regions })}</p>
      )}
      {steps.length === 1 && regions.length > 0 && <p>{t('planWhere', regionList(regions))}</p>}
      {dose?.only === 'beginners' && entry?.firstTimes !== undefined && <p>{t('guidedFirst', number(entry.firstTimes))}</p>}
      <small>{t('planWhoseIs', doseOfText(doseOf))}</small>
    </div>
  );
}
