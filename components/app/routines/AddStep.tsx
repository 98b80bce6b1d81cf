import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { type OwnStep, STEP_LIBRARY } from '../../../lib/planner';
import { ownStepWords } from './routine-words';

interface AddStepProps {
  readonly steps: readonly OwnStep[];
  readonly add: (step: string) => void;
}

/** A choice of the steps that the routine does not have yet: those of Rebound's routines, and what a day offers. */
export function AddStep({ steps, add }: AddStepProps) {
  const [chosen, setChosen] = useState('');
  const left = [...STEP_LIBRARY.keys()]
    .filter((id) => !steps.some(({ step }) => step === id))
    .map((id) => ({ id, ...ownStepWords(id) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const id = left.some((one) => one.id === chosen) ? chosen : '';
  return (
    <div class="own-fields">
      <label class="own-add">
        <small>{t('ownAddWhich')}</small>
        <select data-add-which value={id} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{t('ownAddChoose')}</option>
          {left.map((one) => (
            <option key={one.id} value={one.id}>
              {t('ownAddOption', one.name, one.why)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="quiet"
        data-add
        disabled={id === ''}
        onClick={() => {
          add(id);
          setChosen('');
        }}
      >
        <Plus size={18} aria-hidden="true" />
        {t('ownAdd')}
      </button>
    </div>
  );
}
