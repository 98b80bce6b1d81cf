import type { GuidedDose, GuidedStep } from '../../../lib/devices/guided/doses';
import { FIRST_TIMES } from '../../../lib/devices/guided/water';
import { clockTime, number, t } from '../../../lib/i18n';
import { doseWords } from '../../session/PlanPicker';
import { pairWords, stepName } from './words';

/** What the dose comes to: its steps, how warm or cold, and whose it is. */
export function DoseFacts({ dose, steps }: { readonly dose: GuidedDose; readonly steps: readonly GuidedStep[] }) {
  const [only] = steps;
  const first = dose.timesBefore !== null && dose.timesBefore.below === FIRST_TIMES;
  return (
    <div class="stack tight">
      {steps.length > 1 && (
        <ol class="guided-steps">
          {steps.map((step, index) => (
            <li key={index} class={step.pause ? 'muted' : ''}>
              <span>{stepName(step)}</span>
              {step.temperatureC !== null && <span class="muted">{pairWords(step.temperatureC)}</span>}
              <span class="guided-length">{clockTime(step.seconds)}</span>
            </li>
          ))}
        </ol>
      )}
      {steps.length === 1 && only?.temperatureC != null && <p>{t('guidedTemperature', pairWords(only.temperatureC))}</p>}
      {first && <p>{t('guidedFirst', number(FIRST_TIMES))}</p>}
      <small>{doseWords(dose.doseOf)}</small>
    </div>
  );
}
