import { useEffect, useState } from 'preact/hooks';
import { toDay } from '../../../lib/core/day';
import { longDay, type MessageKey, plural, t } from '../../../lib/i18n';
import { deleteSetAside, type ReboundDatabase, readSetAside, type SetAsideRow, toPlainText } from '../../../lib/storage';
import { Notice } from '../../Notice';

/** More are counted and not listed. */
const MOST_LISTED = 50;

const TABLE_WORDS: Readonly<Partial<Record<string, MessageKey>>> = {
  activities: 'setAsideTableActivities',
  checkIns: 'setAsideTableCheckIns',
  checks: 'setAsideTableChecks',
  devices: 'setAsideTableDevices',
  experiments: 'setAsideTableExperiments',
  heartRates: 'setAsideTableHeartRates',
  histories: 'setAsideTableHistories',
  imports: 'setAsideTableImports',
  journal: 'setAsideTableJournal',
  labs: 'setAsideTableLabs',
  planLog: 'setAsideTablePlanLog',
  planned: 'setAsideTablePlanned',
  plans: 'setAsideTablePlans',
  profiles: 'setAsideTableProfiles',
  recordings: 'setAsideTableRecordings',
  sessions: 'setAsideTableSessions',
  settings: 'setAsideTableSettings',
  siteReads: 'setAsideTableSiteReads',
  weighings: 'setAsideTableWeighings',
};

/** Damaged rows of the database: what they are, a copy, and deletion. Shows nothing where there are none. */
export function SetAsideCard({ db }: { db: ReboundDatabase }) {
  const [rows, setRows] = useState<readonly SetAsideRow[]>([]);
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  const look = () => readSetAside(db).then(setRows, () => setFailed(true));
  useEffect(() => void look(), [db]);
  if (rows.length === 0 && !failed) return null;
  const copy = (row: SetAsideRow) =>
    void navigator.clipboard.writeText(toPlainText(row)).then(
      () => setSaid(t('setAsideCopied')),
      () => setSaid(t('setAsideNotCopied')),
    );
  const remove = (row: SetAsideRow) =>
    void deleteSetAside(db, row).then(
      () => look(),
      () => setFailed(true),
    );
  return (
    <section class="card stack" data-set-aside>
      <div class="stack tight">
        <div class="between wrap">
          <h2>{t('setAsideTitle')}</h2>
          <small>{plural('setAsideCount', rows.length)}</small>
        </div>
        <p class="muted">{t('setAsideWhy')}</p>
      </div>
      {failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      <ul class="set-aside">
        {rows.slice(0, MOST_LISTED).map((row) => (
          <SetAsideEntry key={`${row.table} ${row.replaced?.id ?? JSON.stringify(row.key)}`} row={row} copy={copy} remove={remove} />
        ))}
      </ul>
      {rows.length > MOST_LISTED && <p class="muted">{plural('setAsideMore', rows.length - MOST_LISTED)}</p>}
      <p class={said === '' ? 'visually-hidden' : 'muted'} role="status">
        {said}
      </p>
    </section>
  );
}

interface SetAsideEntryProps {
  readonly row: SetAsideRow;
  readonly copy: (row: SetAsideRow) => void;
  readonly remove: (row: SetAsideRow) => void;
}

function SetAsideEntry({ row, copy, remove }: SetAsideEntryProps) {
  const [sure, setSure] = useState(false);
  const named = row.faults.filter((fault) => fault !== '');
  return (
    <li class="between wrap" data-set-aside-table={row.table}>
      <div class="stack tight">
        <strong>{t(TABLE_WORDS[row.table] ?? 'setAsideTableOther')}</strong>
        <small class="fields">{named.length === 0 ? t('setAsideWholly') : t('setAsideFields', named.join(', '))}</small>
        {row.replaced !== null && <small>{t('setAsideReplaced', longDay(toDay(row.replaced.atMs)))}</small>}
      </div>
      <div class="row">
        {sure ? (
          <>
            <button type="button" class="danger" onClick={() => remove(row)}>
              {t('setAsideDeleteNow')}
            </button>
            <button type="button" class="quiet" onClick={() => setSure(false)}>
              {t('setAsideKeep')}
            </button>
          </>
        ) : (
          <>
            <button type="button" class="quiet" onClick={() => copy(row)}>
              {t('setAsideCopy')}
            </button>
            <button type="button" class="quiet" onClick={() => setSure(true)}>
              {t('setAsideDelete')}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
