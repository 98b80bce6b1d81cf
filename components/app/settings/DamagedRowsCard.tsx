import { useEffect, useState } from 'preact/hooks';
import { toDay } from '../../../lib/core/day';
import { longDay, plural, t } from '../../../lib/i18n';
import { damageWords, tableWords } from '../../../lib/i18n/words/damage-words';
import { type DamagedRow, deleteDamagedRow, findRowDay, type ReboundDatabase, readDamagedRows, toPlainText } from '../../../lib/storage';
import { Notice } from '../../Notice';

/** Further rows are counted but not listed. */
const MOST_LISTED = 50;

/** Damaged rows of the database: what they are, a copy, and deletion. Shows nothing where there are none. */
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
  const words = damageWords(row);
  const day = findRowDay(row);
  return (
    <li class="between wrap" data-damaged-rows-table={row.table}>
      <div class="stack tight">
        <strong>
          {tableWords(row.table)}
          {day !== null && ` · ${longDay(day)}`}
        </strong>
        <small class="fields">{words.length === 0 ? t('damagedRowsWholly') : t('damagedRowsFields', words.join(t('listComma')))}</small>
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
