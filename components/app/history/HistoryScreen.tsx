import { number, t, timeOfDay } from '../../../lib/i18n';
import { countChecks, type ReboundDatabase } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { useLive } from '../../use-live';
import { Choices } from '../Choices';
import { LoadFailed } from '../LoadFailed';
import { UndoBar } from '../UndoBar';
import { CheckView } from './CheckView';
import { deletion } from './deletion';
import { HistoryList } from './HistoryList';
import './history.css';
import { listState, PAGE } from './list-state';
import { shortDay } from './words';

interface HistoryScreenProps {
  readonly db: ReboundDatabase;
  /** The check to show; null: the list. */
  readonly checkId: string | null;
}

/** The list of checks, or one of them. */
export function HistoryScreen({ db, checkId }: HistoryScreenProps) {
  return (
    <>
      {checkId === null ? <Checks db={db} /> : <CheckView key={checkId} db={db} id={checkId} />}
      <UndoBar undo={deletion} words={(check) => t('checkDeleted', shortDay(check.day), timeOfDay(check.startedAtMs, check.timeZone))} />
    </>
  );
}

/** The list. The demo's checks have a list of their own, offered once there are any. */
function Checks({ db }: { db: ReboundDatabase }) {
  const counts = useLive(async () => ({ own: await countChecks(db, 'own'), demo: await countChecks(db, 'demo') }), [db]);
  if (counts instanceof Error) return <LoadFailed error={counts} />;
  if (counts === undefined) return <h1>{t('navHistory')}</h1>;
  const world = counts.demo > 0 ? listState.world.value : 'own';
  return (
    <>
      <h1>{t('navHistory')}</h1>
      {counts.demo > 0 && (
        <div class="history-which">
          <Choices
            legend={t('historyWhich')}
            name="world"
            options={[
              { value: 'own', label: t('historyOwn', number(counts.own)) },
              { value: 'demo', label: t('historyDemo', number(counts.demo)) },
            ]}
            value={world}
            choose={(chosen) => {
              listState.world.value = chosen;
              listState.shown.value = PAGE;
            }}
          />
        </div>
      )}
      {world === 'demo' && <Notice what={t('demoChip')} todo={t('historyDemoNote')} />}
      <HistoryList key={world} db={db} world={world} />
    </>
  );
}
