import { t } from '../../../lib/i18n';
import { BUDGET_LIMITS, type ReboundDatabase, type Settings, SLEEP_LIMITS, setSetting } from '../../../lib/storage';
import { NumberField } from './NumberField';

type TimeKey = 'wake' | 'bed' | 'quietFrom' | 'quietTo';
const TIMES = [
  { key: 'wake', label: 'hoursWake' },
  { key: 'bed', label: 'hoursBed' },
  { key: 'quietFrom', label: 'hoursQuietFrom' },
  { key: 'quietTo', label: 'hoursQuietTo' },
] as const satisfies readonly { readonly key: TimeKey; readonly label: string }[];

/** Time a day, nights, and hours without planned items and notifications. */
export function HoursCard({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  return (
    <section class="card stack" data-plan-hours>
      <div class="stack tight">
        <h2>{t('hoursTitle')}</h2>
        <p class="muted">{t('hoursText')}</p>
      </div>
      <div class="number-fields">
        <NumberField
          label={t('hoursBudget')}
          unit={t('hoursBudgetUnit')}
          hint={t('hoursBudgetHint')}
          value={settings.timeBudgetMin}
          limits={BUDGET_LIMITS}
          change={(minutes) => minutes !== null && void setSetting(db, 'timeBudgetMin', minutes)}
        />
        <NumberField
          label={t('hoursSleep')}
          unit={t('hoursSleepUnit')}
          hint={t('hoursSleepHint')}
          value={settings.sleepTargetH}
          limits={SLEEP_LIMITS}
          integer={false}
          change={(hours) => void setSetting(db, 'sleepTargetH', hours)}
        />
        {TIMES.map(({ key, label }) => (
          <label key={key} class="number-field">
            <span class="label">{t(label)}</span>
            <input
              type="time"
              data-time={key}
              value={settings[key] ?? ''}
              onChange={(event) => void setSetting(db, key, event.currentTarget.value || null)}
            />
          </label>
        ))}
      </div>
      <small>{t('hoursQuietHint')}</small>
    </section>
  );
}
