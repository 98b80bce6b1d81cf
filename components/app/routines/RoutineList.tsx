import { plural, t } from '../../../lib/i18n';
import { routineText } from '../../../lib/i18n/words/plan-words';
import { type OwnRoutine, routineFile } from '../../../lib/planner';
import { download } from '../../charts/download';
import { dayKindWords } from './routine-words';

interface RoutineListProps {
  readonly all: readonly OwnRoutine[];
  readonly edit: (routine: OwnRoutine) => void;
  readonly remove: (routine: OwnRoutine) => void;
}

/** The user's routines, and where each is used. */
export function RoutineList({ all, edit, remove }: RoutineListProps) {
  if (all.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="own-list-title">
      <h2 id="own-list-title">{t('ownListTitle')}</h2>
      <ul class="own-rows">
        {all.map((routine) => (
          <li key={routine.id} data-own={routine.id}>
            <div>
              <h3>{routine.name}</h3>
              <small>
                {routine.on.length === 0 ? t('ownUnused') : t('ownUsedOn', dayKindWords(routine.on))}{' '}
                {plural('ownSteps', routine.steps.length)} {t('ownCopyOf', routineText(routine.copyOf))}
              </small>
            </div>
            <div class="row">
              <button type="button" class="quiet" aria-label={t('ownEditName', routine.name)} onClick={() => edit(routine)}>
                {t('ownEdit')}
              </button>
              <button type="button" class="quiet" aria-label={t('ownShareName', routine.name)} onClick={() => share(routine)}>
                {t('ownShare')}
              </button>
              <button type="button" class="quiet" aria-label={t('ownRemoveName', routine.name)} onClick={() => remove(routine)}>
                {t('ownRemove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A name that every file system takes. */
function share(routine: OwnRoutine): void {
  const name = routine.name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  download(`rebound-routine-${name || 'own'}.json`, new Blob([routineFile(routine)], { type: 'application/json' }));
}
