import { useState } from 'preact/hooks';
import { number, t } from '../../../lib/i18n';
import { routineText } from '../../../lib/i18n/words/plan-words';
import { LONGEST_NAME, MOST_OWN_STEPS, type OwnRoutine, type OwnStep, PINNABLE } from '../../../lib/planner';
import { FormEnd } from '../../FormEnd';
import { Ticks } from '../settings/Ticks';
import { AddStep } from './AddStep';
import { StepRow } from './StepRow';

interface RoutineEditorProps {
  readonly routine: OwnRoutine;
  readonly others: readonly OwnRoutine[];
  readonly save: (routine: OwnRoutine) => void;
  readonly cancel: () => void;
}

/** Name, kinds of day and steps of an own routine. Nothing is stored before Save. */
export function RoutineEditor({ routine, others, save, cancel }: RoutineEditorProps) {
  const [name, setName] = useState(routine.name);
  const [on, setOn] = useState(routine.on);
  const [steps, setSteps] = useState<readonly OwnStep[]>(routine.steps);
  const taken = others.filter((other) => other.on.some((kind) => on.includes(kind)));
  const fault = name.trim() === '' ? t('ownFault_name', number(LONGEST_NAME)) : steps.length === 0 ? t('ownFault_no_step') : null;
  const move = (from: number, to: number) =>
    setSteps((before) => {
      const moved = before[from];
      return moved === undefined ? before : before.toSpliced(from, 1).toSpliced(to, 0, moved);
    });
  return (
    <form
      class="card stack own-editor"
      data-editor={routine.id}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === null) save({ ...routine, name: name.trim(), on, steps });
      }}
    >
      <label class="stack tight">
        <span class="question">{t('ownName')}</span>
        <input
          type="text"
          maxLength={LONGEST_NAME}
          value={name}
          autocomplete="off"
          data-name
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <Ticks
        legend={t('ownOn')}
        options={PINNABLE.map((value) => ({ value, label: routineText(value) }))}
        ticked={on}
        change={(flip) => setOn((before) => flip(before))}
        hint={t('ownNotIll')}
      />
      {taken.length > 0 && (
        <p role="status" data-taken>
          {t('ownTakes', taken.map((other) => other.name).join(t('listComma')))}
        </p>
      )}
      <fieldset>
        <legend>{t('ownStepsTitle')}</legend>
        <small>{t('ownStepsHint')}</small>
        <ol class="own-steps">
          {steps.map((step, place) => (
            <StepRow
              key={step.step}
              step={step}
              first={place === 0}
              last={place === steps.length - 1}
              change={(changed) => setSteps((before) => before.with(place, changed))}
              up={() => move(place, place - 1)}
              down={() => move(place, place + 1)}
              remove={() => setSteps((before) => before.toSpliced(place, 1))}
            />
          ))}
        </ol>
        {steps.length < MOST_OWN_STEPS ? (
          <AddStep steps={steps} add={(step) => setSteps((before) => [...before, { step }])} />
        ) : (
          <small>{t('ownFault_too_many', number(MOST_OWN_STEPS))}</small>
        )}
      </fieldset>
      <FormEnd fault={fault} blocked={fault !== null} cancel={cancel} />
    </form>
  );
}
