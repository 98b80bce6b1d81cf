import { ask } from '../../lib/browser/messages';
import { isTimed } from '../../lib/catalogue';
import { isLinked } from '../../lib/devices/links/live-device';
import { longDay, t } from '../../lib/i18n';
import type { ReboundDatabase } from '../../lib/storage';
import { toTodaySnapshot } from '../../lib/today/snapshot';
import { LoadFailed } from '../app/LoadFailed';
import { NoAnswer } from '../app/NoAnswer';
import { DeviceRemote } from '../DeviceRemote';
import { OpenItem, OpenPlan } from '../plan/OpenPlan';
import { PlanCard } from '../plan/PlanCard';
import { OtherRunningBar } from '../running/OtherRunningBar';
import { useDeviceStates } from '../use-devices';
import { useToday } from '../use-today';
import { VerdictLine } from '../Verdict';
import './side-panel.css';

/** The side panel: what runs, with its Stop, whatever becomes of the database; today, and the connected devices. */
export function SidePanel({ db }: { db: ReboundDatabase }) {
  return (
    <>
      <OtherRunningBar hearsEscape />
      <Day db={db} />
    </>
  );
}

function Day({ db }: { db: ReboundDatabase }) {
  const today = useToday(db);
  const devices = useDeviceStates();
  if (today instanceof Error) return <LoadFailed error={today} />;
  if (today === undefined) return <NoAnswer />;
  const { day, world, readiness } = toTodaySnapshot(today);
  const others = devices.filter(({ kind, leftRunning, state }) => kind !== 'strap' && (leftRunning === null || isLinked(state)));
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
      <h2>{t('panelTitle')}</h2>
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
