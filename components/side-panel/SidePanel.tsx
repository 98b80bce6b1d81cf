import { OctagonX } from 'lucide-preact';
import { ask } from '../../lib/browser/messages';
import { isTimed } from '../../lib/catalogue';
import { longDay, t } from '../../lib/i18n';
import type { ReboundDatabase } from '../../lib/storage';
import { toTodaySnapshot } from '../../lib/today/snapshot';
import { LoadFailed } from '../app/LoadFailed';
import { DeviceRemote } from '../DeviceRemote';
import { OpenItem, OpenPlan } from '../plan/OpenPlan';
import { PlanCard } from '../plan/PlanCard';
import { useDeviceStates } from '../use-devices';
import { useToday } from '../use-today';
import { VerdictLine } from '../Verdict';
import './side-panel.css';

/** The side panel: today, the connected devices, and Stop. */
export function SidePanel({ db }: { db: ReboundDatabase }) {
  const today = useToday(db);
  const devices = useDeviceStates();
  if (today instanceof Error) return <LoadFailed error={today} />;
  if (today === undefined) return null;
  const { day, world, readiness } = toTodaySnapshot(today);
  const others = devices.filter(({ kind }) => kind !== 'strap');
  const moving = others.some(({ session }) => session !== null);
  const stopAll = () => void ask('device-command', { command: 'stop-all', id: 'all' }).catch((error: unknown) => console.error(error));
  return (
    <main class="side-panel stack">
      <header class="between">
        <h2>{longDay(day)}</h2>
        {world === 'demo' && <span class="chip demo">{t('demoChip')}</span>}
      </header>
      <section class="card">
        <VerdictLine readiness={readiness} />
      </section>
      <PlanCard db={db} today={today} start={(item) => isTimed(item.modality) && <OpenItem item={item} />} footer={<OpenPlan />} />
      <div class="between">
        <h2>{t('panelTitle')}</h2>
        {moving && (
          <button type="button" class="stop" data-stop-all onClick={stopAll}>
            <OctagonX size={18} aria-hidden="true" />
            {t('panelStopAll')}
          </button>
        )}
      </div>
      {others.length === 0 && <p class="muted">{t('panelNone')}</p>}
      {others.map((device) => (
        <DeviceRemote key={device.id} device={device} />
      ))}
      <button type="button" class="quiet" onClick={() => void ask('open-app', { screen: 'devices' })}>
        {t('panelOpenDevices')}
      </button>
      <small>{t('notMedical')}</small>
    </main>
  );
}
