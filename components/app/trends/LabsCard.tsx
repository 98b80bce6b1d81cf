import { Download, Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import type { Day } from '../../../lib/core/day';
import { Undo } from '../../../lib/core/undo';
import { t } from '../../../lib/i18n';
import { allLabs, deleteLab, type LabValue, putLab, type ReboundDatabase } from '../../../lib/storage';
import { labSeries, labsCsv } from '../../../lib/views/labs';
import { download } from '../../charts/download';
import { Notice } from '../../Notice';
import { useLive } from '../../use-live';
import { Choices } from '../Choices';
import { LoadFailed } from '../LoadFailed';
import { UndoBar } from '../UndoBar';
import { LabForm } from './LabForm';
import { LabSeriesView } from './LabSeriesView';
import './labs.css';

const undo = new Undo(clock);

/** Blood work, and whatever else the user tracks: own values with dates and the range that came with them. Nothing is derived from them. */
export function LabsCard({ db, today }: { readonly db: ReboundDatabase; readonly today: Day }) {
  const labs = useLive(() => allLabs(db), [db]);
  const [editing, setEditing] = useState<LabValue | 'new' | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  if (labs instanceof Error) return <LoadFailed error={labs} />;
  if (labs === undefined) return null;
  const all = labSeries(labs);
  const key = ({ name, unit }: Pick<LabValue, 'name' | 'unit'>) => `${name.toLowerCase()} ${unit.toLowerCase()}`;
  const series = all.find((one) => key(one) === chosen) ?? all[0];
  const run = (work: Promise<unknown>) => void work.then(() => setFailure(null), setFailure);
  const remove = (lab: LabValue) =>
    run(
      deleteLab(db, lab.id).then((taken) => {
        if (taken !== null) undo.offer({ what: t('labDeleted', taken.name), putBack: () => putLab(db, taken) });
      }),
    );
  return (
    <>
      <section class="card stack labs" data-labs={labs.length}>
        <div class="between">
          <h2>{t('labsTitle')}</h2>
          <div class="row">
            {labs.length > 0 && (
              <button
                type="button"
                class="quiet"
                onClick={() => download(`rebound-values-${today}.csv`, new Blob([labsCsv(labs)], { type: 'text/csv' }))}
              >
                <Download size={16} aria-hidden="true" />
                {t('labsCsv')}
              </button>
            )}
            {editing === null && (
              <button type="button" class="quiet" data-lab-add onClick={() => setEditing('new')}>
                <Plus size={16} aria-hidden="true" />
                {t('labAdd')}
              </button>
            )}
          </div>
        </div>
        <p class="muted">{t('labsText')}</p>
        {failure !== null && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
        {editing !== null && (
          <LabForm
            key={editing === 'new' ? 'new' : editing.id}
            start={editing === 'new' ? null : editing}
            known={all}
            suggested={series ?? null}
            today={today}
            save={(lab) => {
              run(putLab(db, lab));
              setChosen(key(lab));
              setEditing(null);
            }}
            cancel={() => setEditing(null)}
          />
        )}
        {all.length > 1 && (
          <Choices
            legend={t('labsWhich')}
            name="lab-series"
            options={all.map((one) => ({ value: key(one), label: one.name }))}
            value={series === undefined ? '' : key(series)}
            choose={setChosen}
          />
        )}
      </section>
      {series !== undefined && <LabSeriesView key={key(series)} series={series} edit={setEditing} remove={remove} />}
      <UndoBar undo={undo} words={(what) => what} />
    </>
  );
}
