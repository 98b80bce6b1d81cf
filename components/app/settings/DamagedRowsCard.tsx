import { useEffect, useState } from 'preact/hooks';
import { toDay } from '../../../lib/core/day';
import { longDay, type MessageKey, plural, t } from '../../../lib/i18n';
import { type DamagedRow, deleteDamagedRow, type ReboundDatabase, readDamagedRows, toPlainText } from '../../../lib/storage';
import { Notice } from '../../Notice';

/** Further rows are counted but not listed. */
const MOST_LISTED = 50;

const TABLE_WORDS: Readonly<Partial<Record<string, MessageKey>>> = {
  activities: 'damagedRowsTableActivities',
  checkIns: 'damagedRowsTableCheckIns',
  checks: 'damagedRowsTableChecks',
  devices: 'damagedRowsTableDevices',
  experiments: 'damagedRowsTableExperiments',
  heartRates: 'damagedRowsTableHeartRates',
  histories: 'damagedRowsTableHistories',
  imports: 'damagedRowsTableImports',
  journal: 'damagedRowsTableJournal',
  labs: 'damagedRowsTableLabs',
  planLog: 'damagedRowsTablePlanLog',
  planned: 'damagedRowsTablePlanned',
  plans: 'damagedRowsTablePlans',
  profiles: 'damagedRowsTableProfiles',
  recordings: 'damagedRowsTableRecordings',
  sessions: 'damagedRowsTableSessions',
  settings: 'damagedRowsTableSettings',
  siteReads: 'damagedRowsTableSiteReads',
  weighings: 'damagedRowsTableWeighings',
};

/** Damaged rows of the database: what they are, a button to copy them, and one to delete them. Shows nothing when there are none. */
export function DamagedRowsCard({ db }: { db: ReboundDatabase }) {
  const [rows, setRows] = useState<readonly DamagedRow[]>([]);
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  const look = () => readDamagedRows(db).then(setRows, () => setFailed(true));
  useEffect(() => void look(), [db]);
  if (rows.length === 0 && !failed) return null;
  const copy = (row: DamagedRow) =>
    void navigator.clipboard.writeText(toPlainText(row)).then(
      () => setSaid(t('damagedRowsCopied')),
      () => setSaid(t('damagedRowsNotCopied')),
    );
  const remove = (row: DamagedRow) =>
    void deleteDamagedRow(db, row).then(
      () => look(),
      () => setFailed(true),
    );
  return (
    <section class="card stack" data-damaged-rows>
      <div class="stack tight">
        <div class="between wrap">
          <h2>{t('damagedRowsTitle')}</h2>
          <small>{plural('damagedRowsCount', rows.length)}</small>
        </div>
        <p class="muted">{t('damagedRowsWhy')}</p>
      </div>
      {failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      <ul class="damaged-rows">
        {rows.slice(0, MOST_LISTED).map((row) => (
          <DamagedRowEntry key={`${row.table} ${row.replaced?.id ?? JSON.stringify(row.key)}`} row={row} copy={copy} remove={remove} />
        ))}
      </ul>
      {rows.length > MOST_LISTED && <p class="muted">{plural('damagedRowsMore', rows.length - MOST_LISTED)}</p>}
      <p class={said === '' ? 'visually-hidden' : 'muted'} role="status">
        {said}
      </p>
    </section>
  );
}

interface DamagedRowEntryProps {
  readonly row: DamagedRow;
  readonly copy: (row: DamagedRow) => void;
  readonly remove: (row: DamagedRow) => void;
}

function DamagedRowEntry({ row, copy, remove }: DamagedRowEntryProps) {
  const [sure, setSure] = useState(false);
  const named = row.faults.filter((fault) => fault !== '');
  return (
    <li class="between wrap" data-damaged-rows-table={row.table}>
      <div class="stack tight">
        <strong>{t(TABLE_WORDS[row.table] ?? 'damagedRowsTableOther')}</strong>
        <small class="fields">{named.length === 0 ? t('damagedRowsWholly') : t('damagedRowsFields', named.join(', '))}</small>
        {row.replaced !== null && <small>{t('damagedRowsReplaced', longDay(toDay(row.replaced.atMs)))}</small>}
      </div>
      <div class="row">
        {sure ? (
          <>
            <button type="button" class="danger" onClick={() => remove(row)}>
              {t('damagedRowsDeleteNow')}
            </button>
            <button type="button" class="quiet" onClick={() => setSure(false)}>
              {t('damagedRowsKeep')}
            </button>
          </>
        ) : (
          <>
            <button type="button" class="quiet" onClick={() => copy(row)}>
              {t('damagedRowsCopy')}
            </button>
            <button type="button" class="quiet" onClick={() => setSure(true)}>
              {t('damagedRowsDelete')}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
