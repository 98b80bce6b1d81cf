import { Plus, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import { toDay } from '../../../lib/core/day';
import { t } from '../../../lib/i18n';
import { PHASES, type Phase } from '../../../lib/planner';
import type { TrainingPhase } from '../../../lib/storage';
import { phaseText } from '../../plan/setting-words';

interface PhaseListProps {
  readonly phases: readonly TrainingPhase[];
  /** Takes a function from the phases at the time of saving to the new phases. */
  readonly save: (change: (before: readonly TrainingPhase[]) => TrainingPhase[]) => void;
}

/** Phases of the season with their days; a missing end means that the phase is open. */
export function PhaseList({ phases, save }: PhaseListProps) {
  // A date that is only half typed is invalid and is not saved.
  const [wrong, setWrong] = useState<number | null>(null);
  const change = (index: number, changed: Partial<TrainingPhase>) => {
    const { from, to } = { from: null, to: null, ...phases[index], ...changed };
    const backwards = from !== null && to !== null && to < from;
    setWrong(backwards ? index : null);
    if (!backwards) save((before) => before.map((one, i) => (i === index ? { ...one, ...changed } : one)));
  };
  return (
    <fieldset data-phases>
      <legend>{t('phaseLegend')}</legend>
      <ul class="rows">
        {phases.map((one, index) => (
          <li key={index} class="row-fields">
            <label>
              <small>{t('phaseWhich')}</small>
              <select value={one.phase} onChange={(event) => change(index, { phase: event.currentTarget.value as Phase })}>
                {PHASES.map((phase) => (
                  <option key={phase} value={phase}>
                    {phaseText(phase)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <small>{t('phaseFrom')}</small>
              <input type="date" value={one.from ?? ''} onChange={(event) => change(index, { from: event.currentTarget.value || null })} />
            </label>
            <label>
              <small>{t('phaseTo')}</small>
              <input type="date" value={one.to ?? ''} onChange={(event) => change(index, { to: event.currentTarget.value || null })} />
            </label>
            <button
              type="button"
              class="icon"
              aria-label={t('phaseRemove', phaseText(one.phase))}
              onClick={() => save((before) => before.filter((_, i) => i !== index))}
            >
              <X size={18} aria-hidden="true" />
            </button>
            {wrong === index && (
              <small class="wrong" role="alert">
                {t('phaseBackwards')}
              </small>
            )}
          </li>
        ))}
      </ul>
      <div>
        <button
          type="button"
          class="quiet"
          data-add-phase
          onClick={() => save((before) => [...before, { phase: 'base', from: toDay(clock.now()), to: null }])}
        >
          <Plus size={18} aria-hidden="true" />
          {t('phaseAdd')}
        </button>
      </div>
    </fieldset>
  );
}
