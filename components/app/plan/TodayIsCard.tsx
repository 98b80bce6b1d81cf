import { HOUR_MS } from '../../../lib/core/time';
import { t } from '../../../lib/i18n';
import { changeDayAnswers, findDayAnswers, type ReboundDatabase } from '../../../lib/storage';
import type { Today } from '../../../lib/today/read-today';
import { Notice } from '../../Notice';

const HOURS_72_MS = 72 * HOUR_MS;

/** Conditions of today that affect the plan. */
export function TodayIsCard({ db, now }: { readonly db: ReboundDatabase; readonly now: Today }) {
  const { settings, day, situation } = now;
  const { unread, ...said } = findDayAnswers(settings, day);
  const change = (changed: Partial<typeof said>) => void changeDayAnswers(db, day, changed);
  const race = situation.events.some(({ kind, atMs }) => kind === 'race' && Math.abs(atMs - situation.nowMs) <= HOURS_72_MS);
  const ticks = [
    { key: 'alcohol', label: t('planAlcohol'), hint: t('planAlcoholHint'), shown: true },
    { key: 'dehydrated', label: t('planDehydrated'), hint: t('planDehydratedHint'), shown: true },
    // Only a competition justifies it.
    { key: 'coldWaived', label: t('planColdWaived'), hint: t('planColdWaivedHint'), shown: race || situation.phase === 'race' },
  ] as const;
  return (
    <section class="card stack tight" data-today-is>
      <h2>{t('planTodayIs')}</h2>
      {unread.length > 0 && (
        <Notice kind="warn" what={t('planTodayIsUnread')} todo={t('planTodayIsUnreadTodo')}>
          <button type="button" onClick={() => change({})}>
            {t('planTodayIsRight')}
          </button>
        </Notice>
      )}
      {ticks
        .filter(({ shown }) => shown)
        .map(({ key, label, hint }) => (
          <label key={key} class="tick">
            <input
              type="checkbox"
              data-today-is={key}
              checked={said[key]}
              onChange={(event) => change({ [key]: event.currentTarget.checked })}
            />
            <span>
              {label}
              <br />
              <small>{hint}</small>
            </span>
          </label>
        ))}
    </section>
  );
}
