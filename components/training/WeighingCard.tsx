import { useState } from 'preact/hooks';
import { sweatLossMl } from '../../lib/catalogue';
import { clock } from '../../lib/core/clock';
import { addDays, type Day } from '../../lib/core/day';
import { HOUR_MS } from '../../lib/core/time';
import { Undo } from '../../lib/core/undo';
import type { DeviceRegistry } from '../../lib/devices/links/registry';
import { longDay, t, timeOfDay } from '../../lib/i18n';
import { fluidText, massText } from '../../lib/i18n/units';
import {
  deleteWeighing,
  getSettings,
  putWeighing,
  type ReboundDatabase,
  type Weighing,
  type World,
  weighingsBetween,
} from '../../lib/storage';
import { LoadFailed } from '../app/LoadFailed';
import { UndoBar } from '../app/UndoBar';
import { Notice } from '../Notice';
import { useLive } from '../use-live';
import { WeighingForm } from './WeighingForm';
import { WeighingResult } from './WeighingResult';

interface WeighingCardProps {
  readonly db: ReboundDatabase;
  readonly world: World;
  readonly day: Day;
  readonly devices: DeviceRegistry;
}

const SHOWN_DAYS = 28;
/** A weighing without its second half is no longer open after this time. */
const OPEN_MS = 18 * HOUR_MS;

const undo = new Undo(clock);

/** Sweat loss of a session, by weighing before and after it: typed, or from a scale. */
export function WeighingCard({ db, world, day, devices }: WeighingCardProps) {
  const [adding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const loaded = useLive(
    async () => ({
      settings: await getSettings(db),
      rows: (await weighingsBetween(db, world, addDays(day, -SHOWN_DAYS), addDays(day, 1))).reverse(),
    }),
    [db, world, day],
  );
  if (loaded instanceof Error) return <LoadFailed error={loaded} />;
  if (loaded === undefined) return null;
  const { settings, rows } = loaded;
  const open = rows.find(({ afterKg, atMs }) => afterKg === null && clock.now() - atMs < OPEN_MS) ?? null;
  const done = rows.filter((row) => row !== open);
  const today = done.find((row) => row.day === day && row.afterKg !== null);
  const run = (work: Promise<unknown>) => void work.then(() => setFailure(null), setFailure);
  const remove = (row: Weighing) =>
    run(
      deleteWeighing(db, row.id).then((taken) => {
        if (taken !== null) undo.offer({ what: t('weighDeleted', longDay(row.day)), putBack: () => putWeighing(db, taken) });
      }),
    );
  return (
    <>
      <section class="card stack" data-weighing={open === null ? 'closed' : 'open'}>
        <div class="between">
          <h2>{t('weighTitle')}</h2>
          {!adding && open === null && (
            <button type="button" class="quiet" onClick={() => setAdding(true)}>
              {t('weighStart')}
            </button>
          )}
        </div>
        {failure !== null && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
        {(adding || open !== null) && (
          <WeighingForm
            key={open?.id ?? 'new'}
            db={db}
            world={world}
            devices={devices}
            open={open}
            units={settings.units}
            save={(row) => run(putWeighing(db, row).then(() => setAdding(false)))}
            cancel={() => (open === null ? setAdding(false) : remove(open))}
          />
        )}
        {!adding && open === null && today === undefined && <p class="muted">{t('weighWhy')}</p>}
        {!adding && open === null && today !== undefined && <WeighingResult weighing={today} />}
        {done.length > 0 && (
          <details>
            <summary>{t('weighEarlier')}</summary>
            <ul class="weighings">
              {done.map((row) => (
                <li key={row.id} class="between" data-weighing-row={row.id}>
                  <span>
                    {longDay(row.day)}, {timeOfDay(row.atMs, row.timeZone)}
                    <br />
                    <small>{summary(row)}</small>
                  </span>
                  <button type="button" class="quiet" aria-label={t('weighDelete', longDay(row.day))} onClick={() => remove(row)}>
                    {t('weighDeleteShort')}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <UndoBar undo={undo} words={(what) => what} />
    </>
  );

  function summary(row: Weighing): string {
    const { beforeKg, afterKg } = row;
    if (afterKg === null) return t('weighOnlyBefore', massText(beforeKg));
    const loss = sweatLossMl(row);
    return t('weighLine', massText(beforeKg), massText(afterKg), loss === null ? '–' : fluidText(loss));
  }
}
