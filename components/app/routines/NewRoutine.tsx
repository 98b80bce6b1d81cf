import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { routineText } from '../../../lib/i18n/words/plan-words';
import { copyRoutine, type OwnRoutine, PINNABLE, type RoutineId } from '../../../lib/planner';

interface NewRoutineProps {
  readonly all: readonly OwnRoutine[];
  readonly begin: (routine: OwnRoutine) => void;
}

/** Starts an own routine as a copy of one of the product's. It is stored only when the user saves it. */
export function NewRoutine({ all, begin }: NewRoutineProps) {
  const [chosen, setChosen] = useState<RoutineId>('endurance');
  const free = !all.some(({ on }) => on.includes(chosen));
  const copy = () =>
    begin({
      id: crypto.randomUUID(),
      name: t('ownNewName', routineText(chosen)),
      on: free ? [chosen] : [],
      ...copyRoutine(chosen),
    });
  return (
    <section class="card stack" aria-labelledby="own-new-title">
      <h2 id="own-new-title">{t('ownNewTitle')}</h2>
      <div class="own-fields">
        <label>
          <small>{t('ownNewWhich')}</small>
          <select data-copy-of value={chosen} onChange={(event) => setChosen(event.currentTarget.value as RoutineId)}>
            {PINNABLE.map((id) => (
              <option key={id} value={id}>
                {routineText(id)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" data-copy onClick={copy}>
          {t('ownCopy')}
        </button>
      </div>
      <small>{t('ownNotIll')}</small>
    </section>
  );
}
