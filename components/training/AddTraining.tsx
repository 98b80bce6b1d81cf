import { useState } from 'preact/hooks';
import { clock } from '../../lib/core/clock';
import { localZone } from '../../lib/core/day';
import { DAY_MS } from '../../lib/core/time';
import { t } from '../../lib/i18n';
import { activitiesBetween, putActivity, type ReboundDatabase, type World } from '../../lib/storage';
import { LoadFailed } from '../app/LoadFailed';
import { Notice } from '../Notice';
import { useLive } from '../use-live';
import { ActivityForm } from './ActivityForm';
import { likely, toStoredActivity } from './new-activity';

const LATELY_MS = 14 * DAY_MS;

interface AddTrainingProps {
  readonly db: ReboundDatabase;
  readonly world: World;
  readonly done: () => void;
}

/** One activity to type in, where there is no room for the list. */
export function AddTraining({ db, world, done }: AddTrainingProps) {
  const last = useLive(
    async () => (await activitiesBetween(db, world, clock.now() - LATELY_MS, Number.MAX_SAFE_INTEGER)).at(-1) ?? null,
    [db, world],
  );
  const [failure, setFailure] = useState<Error | null>(null);
  if (last instanceof Error) return <LoadFailed error={last} />;
  if (last === undefined) return null;
  return (
    <section class="card stack">
      <h2>{t('trainingAddTitle')}</h2>
      {failure !== null && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      <ActivityForm
        start={likely(last ?? undefined)}
        timeZone={localZone()}
        save={(activity) => void putActivity(db, toStoredActivity(activity, world)).then(done, setFailure)}
        cancel={done}
      />
    </section>
  );
}
