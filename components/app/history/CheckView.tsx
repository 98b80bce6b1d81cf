import { ArrowLeft } from 'lucide-preact';
import { useEffect, useMemo } from 'preact/hooks';
import { buildDetail } from '../../../lib/check/detail';
import { type HistoryEntry, toHistoryRow } from '../../../lib/check/history';
import { t } from '../../../lib/i18n';
import { type Check, getCheck, type ReboundDatabase } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { useLive } from '../../use-live';
import { LoadFailed } from '../LoadFailed';
import { OrthostaticCard } from '../OrthostaticCard';
import { CheckActions } from './CheckActions';
import { CheckCharts } from './CheckCharts';
import { CheckHead } from './CheckHead';
import { ExpertCard } from './ExpertCard';
import { FiguresTable } from './FiguresTable';
import { listState } from './list-state';
import { NotesCard } from './NotesCard';
import { QualityCard } from './QualityCard';

/** One check with all its details. */
export function CheckView({ db, id }: { db: ReboundDatabase; id: string }) {
  const found = useLive(async () => {
    const check = await getCheck(db, id);
    return check === null ? null : { check, row: await toHistoryRow(db, check) };
  }, [db, id]);
  useEffect(() => {
    listState.opened.value = id;
    scrollTo(0, 0);
  }, [id]);
  return (
    <>
      <p>
        <a class="back" href="#history">
          <ArrowLeft size={16} aria-hidden="true" />
          {t('historyBack')}
        </a>
      </p>
      {found instanceof Error && <LoadFailed error={found} />}
      {found === undefined && <p class="muted">{t('loading')}</p>}
      {found === null && <Notice what={t('historyGone')} todo={t('historyGoneTodo')} />}
      {found !== null && found !== undefined && !(found instanceof Error) && <Found db={db} {...found} />}
    </>
  );
}

function Found({ db, check, row }: { db: ReboundDatabase; check: Check; row: HistoryEntry }) {
  // A check's beats never change; tags and note do, but need no new figures.
  const detail = useMemo(() => buildDetail(check), [check.id]);
  return (
    <div class="check-view" data-detail={check.id}>
      <CheckHead row={row} detail={detail} />
      <div class="grid level">
        <div class="wide">
          <QualityCard row={row} detail={detail} />
        </div>
        <div class="narrow">
          <NotesCard db={db} check={check} />
        </div>
      </div>
      {check.summary.orthostatic && <OrthostaticCard figures={check.summary.orthostatic} />}
      <CheckCharts check={check} detail={detail} />
      <FiguresTable detail={detail} />
      <ExpertCard detail={detail} />
      <CheckActions db={db} check={check} />
    </div>
  );
}
