import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../lib/browser/messages';
import { plural, t } from '../../lib/i18n';
import { countChecks, deleteDemo, getSettings, type ReboundDatabase } from '../../lib/storage';
import { useLive } from '../use-live';
import { MyHistoryCard } from './history-import/MyHistoryCard';
import { LoadFailed } from './LoadFailed';
import { DamagedRowsCard } from './settings/DamagedRowsCard';
import { PlanSettings } from './settings/PlanSettings';
import { ProfileCard } from './settings/ProfileCard';
import { RangeCard } from './settings/RangeCard';
import { ScreeningCard } from './settings/ScreeningCard';
import { SitesCard } from './settings/SitesCard';
import { UnreadLevels } from './settings/UnreadLevels';

/** Settings: profile, how days are judged, sites, data, about. */
export function SettingsScreen({ db, part }: { db: ReboundDatabase; part: string | null }) {
  const counts = useLive(async () => ({ own: await countChecks(db, 'own'), demo: await countChecks(db, 'demo') }), [db]);
  const settings = useLive(() => getSettings(db), [db]);
  const [deleted, setDeleted] = useState<number | null>(null);
  if (counts instanceof Error) return <LoadFailed error={counts} />;
  if (settings instanceof Error) return <LoadFailed error={settings} />;
  const remove = async () => {
    setDeleted(await deleteDemo(db));
    await ask('checks-changed', {});
  };
  return (
    <>
      <h1>{t('navSettings')}</h1>
      {settings !== undefined && (
        <>
          <ProfileCard db={db} settings={settings} />
          <RangeCard db={db} settings={settings} />
          <ScreeningCard db={db} settings={settings} />
          <UnreadLevels db={db} settings={settings} />
          <PlanSettings db={db} settings={settings} wanted={part === 'plan'} />
          <MyHistoryCard db={db} />
          <SitesCard db={db} settings={settings} />
        </>
      )}
      <section class="card stack tight">
        <h2>{t('settingsData')}</h2>
        <p class="muted">{t('staysText')}</p>
        {counts !== undefined && <p>{plural('ownChecks', counts.own)}</p>}
      </section>
      <DamagedRowsCard db={db} />
      <section class="card stack tight">
        <h2>{t('settingsDemo')}</h2>
        <p class="muted">{t('settingsDemoText')}</p>
        {counts?.demo === 0 && <p>{t('settingsDemoNone')}</p>}
        {deleted !== null && <p role="status">{plural('settingsDemoDeleted', deleted)}</p>}
        <div>
          <button type="button" class="danger" disabled={!counts?.demo} onClick={() => void remove()}>
            {t('settingsDemoDelete')}
          </button>
        </div>
      </section>
      <section class="card stack tight">
        <h2>{t('settingsAbout')}</h2>
        <p>{t('settingsVersion', browser.runtime.getManifest().version)}</p>
        <p class="muted">{t('settingsHardware')}</p>
        <p class="muted">{t('notMedical')}</p>
      </section>
    </>
  );
}
