import { ArrowDown, ArrowUp, X } from 'lucide-preact';
import { t } from '../../../lib/i18n';
import type { OwnStep } from '../../../lib/planner';
import { findDoseValue, listDoseChoices, onlyOnWords, ownStepWords } from './routine-words';

interface StepRowProps {
  readonly step: OwnStep;
  readonly first: boolean;
  readonly last: boolean;
  readonly change: (step: OwnStep) => void;
  readonly up: () => void;
  readonly down: () => void;
  readonly remove: () => void;
}

/** A step with its dose and its place in the order. */
export function StepRow({ step, first, last, change, up, down, remove }: StepRowProps) {
  const { name, why } = ownStepWords(step.step);
  const choices = listDoseChoices(step.step);
  const only = onlyOnWords(step.step);
  const choose = (value: string) => {
    const chosen = choices.find((one) => one.value === value)?.chosen ?? {};
    change({ step: step.step, ...chosen });
  };
  return (
    <li data-step={step.step}>
      <div class="own-step-what">
        <strong>{name}</strong>
        <small>{only === null ? why : `${why} ${only}`}</small>
      </div>
      {choices.length > 0 && (
        <select
          class="own-dose"
          aria-label={t('ownDoseName', name)}
          value={findDoseValue(step)}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t('ownDosePlan')}</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
      <div class="own-step-buttons">
        <button type="button" class="icon" disabled={first} aria-label={t('ownUp', name)} data-up onClick={up}>
          <ArrowUp size={18} aria-hidden="true" />
        </button>
        <button type="button" class="icon" disabled={last} aria-label={t('ownDown', name)} data-down onClick={down}>
          <ArrowDown size={18} aria-hidden="true" />
        </button>
        <button type="button" class="icon" aria-label={t('ownRemoveStep', name)} data-remove onClick={remove}>
          <X size={18} aria-hidden="true" />
        </button>
      </div>
    </li>
  );
}
