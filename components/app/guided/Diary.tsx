import { useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import { DAY_MS } from '../../../lib/core/time';
import { Undo } from '../../../lib/core/undo';
import { t } from '../../../lib/i18n';
import type { SessionRecord } from '../../../lib/storage';
import { deleteSession, deleteSessionEntries, putSession, type ReboundDatabase, sessionsBetween } from '../../../lib/storage';
import { logSession } from '../../../lib/today/plan/log-session';
import { useLive } from '../../use-live';
import { Choices } from '../Choices';
import { shortDay } from '../history/words';
import { LoadFailed } from '../LoadFailed';
import { UndoBar } from '../UndoBar';
import { DiaryRow } from './DiaryRow';
import { recordName } from './words';

/** How far back the list goes. */
const DAYS = 90;
const PAGE = 20;

const undo = new Undo(clock);

/** The last sessions, on devices and by the timer, newest first. */
export function Diary({ db }: { readonly db: ReboundDatabase }) {
  const [demo, setDemo] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const loaded = useLive(async () => {
    // No end time: a clock that was set back must not hide the newest sessions.
    const fromMs = clock.now() - DAYS * DAY_MS;
    const all = await Promise.all([false, true].map((which) => sessionsBetween(db, which, fromMs, Number.MAX_SAFE_INTEGER)));
    return all.map((rows) => rows.toReversed());
  }, [db]);
  if (loaded instanceof Error) return <LoadFailed error={loaded} />;
  if (loaded === undefined) return null;
  const [own = [], simulated = []] = loaded;
  const rows = demo && simulated.length > 0 ? simulated : own;
  const remove = async (record: SessionRecord) => {
    const taken = await deleteSession(db, record.id);
    if (taken === null) return;
    // Its tick in the plan is deleted and restored with it.
    await deleteSessionEntries(db, taken.id);
    const putBack = async () => {
      await putSession(db, taken);
      await logSession(db, taken);
    };
    undo.offer({ what: t('diaryDeleted', recordName(record), shortDay(record.day)), putBack });
  };
  return (
    <>
      <section class="card stack diary" aria-labelledby="diary-title">
        <div class="stack tight">
          <h2 id="diary-title">{t('diaryTitle')}</h2>
          {rows.length === 0 && <p class="muted">{t('diaryEmpty')}</p>}
        </div>
        {simulated.length > 0 && (
          <Choices
            legend={t('diaryWhich')}
            name="diary-which"
            options={[
              { value: 'own', label: t('diaryOwn') },
              { value: 'demo', label: t('diaryDemo') },
            ]}
            value={demo ? 'demo' : 'own'}
            choose={(which) => setDemo(which === 'demo')}
          />
        )}
        {rows.length > 0 && (
          <ul class="diary-rows">
            {rows.slice(0, shown).map((record) => (
              <DiaryRow key={record.id} db={db} record={record} remove={() => void remove(record)} />
            ))}
          </ul>
        )}
        {rows.length > shown && (
          <div>
            <button type="button" class="quiet" onClick={() => setShown(shown + PAGE)}>
              {t('diaryMore')}
            </button>
          </div>
        )}
      </section>
      <UndoBar undo={undo} words={(what) => what} />
    </>
  );
}
