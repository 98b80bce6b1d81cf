import { Dumbbell, Pencil, Trash2, Undo2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { clock } from '../../lib/core/clock';
import { localZone, toDay } from '../../lib/core/day';
import { DAY_MS } from '../../lib/core/time';
import { longDay, number, plural, t, timeOfDay } from '../../lib/i18n';
import { SPORT_WORDS } from '../../lib/i18n/words/sport-words';
import { activitiesBetween, deleteActivity, putActivity, type ReboundDatabase, type StoredActivity, type World } from '../../lib/storage';
import type { Activity } from '../../lib/training';
import { LoadFailed } from '../app/LoadFailed';
import { Notice } from '../Notice';
import { useLive } from '../use-live';
import { ActivityForm } from './ActivityForm';
import { likely, toStoredActivity } from './new-activity';

const SHOWN_MS = 7 * DAY_MS;

interface TrainingCardProps {
  readonly db: ReboundDatabase;
  readonly world: World;
}

/** The week's training: add, change, delete, and undo the last deletion. */
export function TrainingCard({ db, world }: TrainingCardProps) {
  const lately = useLive(
    async () => (await activitiesBetween(db, world, clock.now() - SHOWN_MS, Number.MAX_SAFE_INTEGER)).reverse(),
    [db, world],
  );
  const [editing, setEditing] = useState<StoredActivity | 'new' | null>(null);
  const [deleted, setDeleted] = useState<StoredActivity | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  if (lately instanceof Error) return <LoadFailed error={lately} />;
  if (lately === undefined) return null;
  const run = (work: Promise<unknown>) => void work.then(() => setFailure(null), setFailure);
  const save = (activity: Activity) => {
    run(putActivity(db, editing === 'new' || editing === null ? toStoredActivity(activity, world) : changed(editing, activity)));
    setEditing(null);
  };
  return (
    <section class="card stack" data-training>
      <div class="between">
        <h2>{t('trainingTitle')}</h2>
        {editing === null && (
          <button type="button" class="quiet" onClick={() => setEditing('new')}>
            {t('popupTraining')}
          </button>
        )}
      </div>
      {failure !== null && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      {editing !== null && (
        <ActivityForm
          start={editing === 'new' ? likely(lately[0]) : editing}
          timeZone={editing === 'new' ? localZone() : editing.timeZone}
          save={save}
          cancel={() => setEditing(null)}
        />
      )}
      {editing === null && lately.length === 0 && deleted === null && <p class="muted">{t('trainingNone')}</p>}
      <ul class="activities">
        {lately.map((one) => (
          <li key={one.id} data-activity={one.id}>
            <Dumbbell size={18} aria-hidden="true" />
            <div>
              <div>
                {one.title ?? t(SPORT_WORDS[one.sport])}, {plural('minutes', Math.round(one.movingTimeS / 60))}
              </div>
              <small>{about(one)}</small>
            </div>
            <button type="button" class="icon" aria-label={t('trainingEdit', t(SPORT_WORDS[one.sport]))} onClick={() => setEditing(one)}>
              <Pencil size={16} aria-hidden="true" />
            </button>
            <button
              type="button"
              class="icon"
              aria-label={t('trainingDelete', t(SPORT_WORDS[one.sport]))}
              onClick={() => run(deleteActivity(db, one.id).then(setDeleted))}
            >
              <Trash2 size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {deleted !== null && (
        <div class="row" role="status">
          <span>{t('trainingDeleted', t(SPORT_WORDS[deleted.sport]))}</span>
          <button type="button" class="quiet" onClick={() => run(putActivity(db, deleted).then(() => setDeleted(null)))}>
            <Undo2 size={16} aria-hidden="true" />
            {t('undo')}
          </button>
        </div>
      )}
    </section>
  );
}

function about({ day, startMs, timeZone, avgHrBpm, rpe }: StoredActivity): string {
  return [
    longDay(day),
    timeOfDay(startMs, timeZone),
    ...(avgHrBpm === null ? [] : [`${number(avgHrBpm)} ${t('bpm')}`]),
    ...(rpe === null ? [] : [t('rpeShort', rpe)]),
  ].join(' · ');
}

function changed(before: StoredActivity, activity: Activity): StoredActivity {
  const fields = (Object.keys(activity) as (keyof Activity)[]).filter(
    (key) => JSON.stringify(activity[key]) !== JSON.stringify(before[key]),
  );
  const edited = [...new Set([...before.edited, ...fields])];
  return { ...before, ...activity, day: toDay(activity.startMs, before.timeZone), edited };
}
