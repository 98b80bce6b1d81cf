import { useEffect, useRef } from 'preact/hooks';
import { historyPage, type HistoryEntry as Row } from '../../../lib/check/history';
import { number, t } from '../../../lib/i18n';
import type { ReboundDatabase, World } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { useLive } from '../../use-live';
import { LoadFailed } from '../LoadFailed';
import { deletion } from './deletion';
import { HistoryListRow } from './HistoryRow';
import { listState, PAGE } from './list-state';
import { monthText } from './words';

/** The checks of one world by month, newest first, a page at a time. */
export function HistoryList({ db, world }: { db: ReboundDatabase; world: World }) {
  const shown = listState.shown.value;
  const page = useLive(() => historyPage(db, world, shown), [db, world, shown]);
  const opened = useRef<HTMLAnchorElement>(null);
  const ready = page !== undefined;
  useEffect(() => {
    if (!ready || opened.current === null) return;
    opened.current.focus({ preventScroll: true });
    opened.current.scrollIntoView({ block: 'center' });
    listState.opened.value = null;
  }, [ready]);

  if (page instanceof Error) return <LoadFailed error={page} />;
  if (page === undefined) return <p class="muted">{t('loading')}</p>;
  if (page.total === 0) return <Empty world={world} />;
  return (
    <>
      {byMonth(page.rows).map(({ month, rows }) => (
        <section key={month} class="card check-month" aria-label={month}>
          <h2>{month}</h2>
          <ul>
            {rows.map((row) => (
              <HistoryListRow
                key={row.check.id}
                row={row}
                link={row.check.id === listState.opened.value ? opened : null}
                remove={(id) => void deletion.remove(db, id)}
              />
            ))}
          </ul>
        </section>
      ))}
      <div class="row" data-total={page.total}>
        {page.rows.length < page.total && (
          <button type="button" class="quiet" onClick={() => (listState.shown.value += PAGE)}>
            {t('historyMore', number(Math.min(PAGE, page.total - page.rows.length)))}
          </button>
        )}
        <small>{t('historyShown', number(page.rows.length), number(page.total))}</small>
      </div>
    </>
  );
}

function Empty({ world }: { world: World }) {
  if (world === 'demo') return <Notice what={t('historyNoDemo')} />;
  return (
    <section class="card stack">
      <h2>{t('historyEmpty')}</h2>
      <p class="muted">{t('historyEmptyTodo')}</p>
      <div>
        <a class="button" href="#check">
          {t('startCheck')}
        </a>
      </div>
    </section>
  );
}

function byMonth(rows: readonly Row[]): { month: string; rows: Row[] }[] {
  const months: { month: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const month = monthText(row.check.day);
    const last = months.at(-1);
    if (last?.month === month) last.rows.push(row);
    else months.push({ month, rows: [row] });
  }
  return months;
}
