import { useState } from 'preact/hooks';
import { followAlarms } from '../../../lib/browser/alarms';
import { t } from '../../../lib/i18n';
import { type ReboundDatabase, type Settings, setSetting } from '../../../lib/storage';
import { Notice } from '../../Notice';
import { askToNotify } from '../guided/notify';

/** Notifications of the plan, off by default. */
export function PlanNotifyCard({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  const [refused, setRefused] = useState(false);
  const change = async (wanted: boolean) => {
    // The browser asks for permission, and only after a click.
    const granted = !wanted || (await askToNotify());
    setRefused(!granted);
    await setSetting(db, 'planNotifies', wanted && granted);
    await followAlarms(db);
  };
  return (
    <section class="card stack tight" data-plan-notify>
      <h2>{t('planNotifyTitle')}</h2>
      <label class="tick">
        <input
          type="checkbox"
          data-plan-notifies
          checked={settings.planNotifies}
          onChange={(event) => {
            change(event.currentTarget.checked).catch((error: unknown) => console.error('notifications', error));
          }}
        />
        <span>
          {t('planNotifyLabel')}
          <br />
          <small>{t('planNotifyHint')}</small>
        </span>
      </label>
      {refused && <Notice kind="warn" what={t('planNotifyRefused')} todo={t('planNotifyRefusedTodo')} live />}
    </section>
  );
}
