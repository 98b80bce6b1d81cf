import { useState } from 'preact/hooks';
import { screeningDue } from '../../../lib/catalogue';
import { clock } from '../../../lib/core/clock';
import { toDay } from '../../../lib/core/day';
import { longDay, t } from '../../../lib/i18n';
import { CONTRAINDICATION_WORDS } from '../../../lib/i18n/words/screening-words';
import type { ReboundDatabase, Settings } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { ScreeningForm } from '../../screening/ScreeningForm';

/** The health questions: when they were answered, what was ticked, and a button to answer again. */
export function ScreeningCard({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  const [asking, setAsking] = useState(false);
  const { screening, contraindications } = settings;
  const due = screeningDue(screening, clock.now());
  return (
    <section class="card stack tight" data-screening={due ?? 'holds'}>
      <div class="between">
        <h2>{t('screeningTitle')}</h2>
        <button type="button" class="quiet" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {t(asking ? 'checkInFold' : screening.answeredAtMs === null ? 'screeningOpen' : 'screeningChange')}
        </button>
      </div>
      {screening.answeredAtMs !== null && <small>{t('screeningAnswered', longDay(toDay(screening.answeredAtMs)))}</small>}
      {due === 'unread' && <Notice kind="warn" what={t('blockScreeningUnread')} />}
      {due !== null && due !== 'unread' && screening.answeredAtMs !== null && <p>{t('blockScreeningAgain')}</p>}
      {asking ? (
        <ScreeningForm db={db} settings={settings} done={() => setAsking(false)} />
      ) : (
        contraindications.length > 0 && (
          <ul class="ticked">
            {contraindications.map((one) => (
              <li key={one}>{t(CONTRAINDICATION_WORDS[one])}</li>
            ))}
          </ul>
        )
      )}
    </section>
  );
}
