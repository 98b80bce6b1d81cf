import { ChevronLeft } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import { Undo } from '../../../lib/core/undo';
import { t } from '../../../lib/i18n';
import type { OwnRoutine } from '../../../lib/planner';
import { deleteRoutine, ownRoutines, putRoutine, type ReboundDatabase } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { useLive } from '../../use-live';
import { LoadFailed } from '../LoadFailed';
import { UndoBar } from '../UndoBar';
import { ImportRoutine } from './ImportRoutine';
import { NewRoutine } from './NewRoutine';
import { RoutineEditor } from './RoutineEditor';
import { RoutineList } from './RoutineList';
import './routines.css';

const undo = new Undo(clock);

/** The user's own routines: copy one, change it, pin it to a kind of day, share it as a file. */
export function RoutinesScreen({ db }: { readonly db: ReboundDatabase }) {
  const all = useLive(() => ownRoutines(db), [db]);
  const [edited, edit] = useState<OwnRoutine | null>(null);
  const [failed, setFailed] = useState(false);
  if (all instanceof Error) return <LoadFailed error={all} />;
  if (all === undefined) return <p class="muted">{t('loading')}</p>;
  const keep = async (routine: OwnRoutine) => {
    try {
      await putRoutine(db, routine);
      setFailed(false);
      edit(null);
    } catch (error) {
      console.error('own routine', error);
      setFailed(true);
    }
  };
  const remove = async ({ id, name }: OwnRoutine) => {
    try {
      const taken = await deleteRoutine(db, id);
      setFailed(false);
      if (taken !== null) undo.offer({ what: t('ownRemoved', name), putBack: () => putRoutine(db, taken) });
    } catch (error) {
      console.error('own routine', error);
      setFailed(true);
    }
  };
  return (
    <div class="stack routines">
      <div class="stack tight">
        <a href="#plan" class="back">
          <ChevronLeft size={18} aria-hidden="true" />
          {t('planTitle')}
        </a>
        <h1>{t('ownTitle')}</h1>
        <p class="muted">{t('ownText')}</p>
      </div>
      {failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      {edited === null ? (
        <>
          <RoutineList all={all} edit={edit} remove={(routine) => void remove(routine)} />
          <NewRoutine all={all} begin={edit} />
          <ImportRoutine begin={edit} />
        </>
      ) : (
        <RoutineEditor
          key={edited.id}
          routine={edited}
          others={all.filter(({ id }) => id !== edited.id)}
          save={(routine) => void keep(routine)}
          cancel={() => edit(null)}
        />
      )}
      <UndoBar undo={undo} words={(what) => what} />
    </div>
  );
}
