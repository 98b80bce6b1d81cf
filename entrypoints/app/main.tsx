import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import '../../components/surface';
import '../../components/app/app.css';
import '../../components/app/devices/devices.css';
import { App } from '../../components/app/App';
import { giveBreath } from '../../components/app/breathe/give-breath';
import { onEscape } from '../../components/app/devices/use-escape';
import { giveCues } from '../../components/app/guided/give-cues';
import { BreathingSessions } from '../../lib/breathing/breathing-sessions';
import { BreathHeart } from '../../lib/breathing/heart';
import { followBadge } from '../../lib/browser/follow-badge';
import { followUnits } from '../../lib/browser/follow-units';
import { answerAsOwner, ask } from '../../lib/browser/messages';
import { markOwnerTab } from '../../lib/browser/open-app';
import { BREATH_RATES } from '../../lib/catalogue';
import { CheckSession } from '../../lib/check/check-session';
import { claimOwnership, waitForOwnership } from '../../lib/check/owner';
import { StrapLink } from '../../lib/check/strap-link';
import { clock } from '../../lib/core/clock';
import { localZone } from '../../lib/core/day';
import { DriverKinds } from '../../lib/devices/drivers/kinds';
import { GuidedSessions, thermometersAmong } from '../../lib/devices/guided/guided-sessions';
import { Inspector } from '../../lib/devices/inspector/inspector';
import { DeviceRegistry } from '../../lib/devices/links/registry';
import { demoDevice, paceDemo, strapTransport } from '../../lib/devices/links/transports';
import { carryOut } from '../../lib/devices/remote/carry-out';
import { databaseRecords } from '../../lib/devices/session/database-records';
import { DeviceSessions } from '../../lib/devices/session/device-sessions';
import type { SessionParts } from '../../lib/devices/session/start-session';
import { sessionClock } from '../../lib/devices/session/steady-clock';
import { language } from '../../lib/i18n';
import { closeAbandonedSessions, knownDevices, openDatabase, setSetting } from '../../lib/storage';
import { logSession } from '../../lib/today/plan/log-session';
import { shareState } from './share-state';

/** The app tab: makes the parts, once, and hands them to the views. The only place that reaches Web Bluetooth. */
async function main(): Promise<void> {
  document.documentElement.lang = language();
  const root = document.getElementById('root');
  if (root === null) throw new Error('app/index.html has no #root');

  const db = openDatabase();
  followUnits(db);
  followBadge(db, () => ask('checks-changed', {}));
  const strap = new StrapLink(clock);
  const session = new CheckSession({
    db,
    clock,
    strap,
    timeZone: localZone,
    newId: () => crypto.randomUUID(),
    stored: () => void ask('checks-changed', {}).catch((error: unknown) => console.error(error)),
  });
  const checkRunning = () => ['connecting', 'recording', 'storing'].includes(session.stage.value);
  const release = (id: string) => inspector.release(id);
  const deviceSessions = new DeviceSessions();
  const kinds = new DriverKinds(db);
  // Drivers keep devices alive and wait for their answers: a hidden page's own timers would be too slow.
  const steady = sessionClock();
  const devices = new DeviceRegistry({
    db,
    clock: steady,
    transport: strapTransport,
    strap,
    checkRunning,
    release,
    kinds: () => kinds.all.value,
    deviceSessions,
    demo: demoDevice,
  });
  const sessions: SessionParts = { db, deviceSessions, clock: steady, strap: strap.last, guards: new WeakMap() };
  const guided = new GuidedSessions({
    clock: steady,
    records: databaseRecords(db),
    thermometers: computed(() => thermometersAmong(devices.live.value)),
    timeZone: localZone,
    newId: () => crypto.randomUUID(),
  });
  giveCues(guided, db);
  const breath = new BreathingSessions({
    clock: steady,
    records: databaseRecords(db),
    heart: new BreathHeart(strap, checkRunning, () => knownDevices(db)),
    timeZone: localZone,
    newId: () => crypto.randomUUID(),
    found: (perMin) => {
      const rate = BREATH_RATES.find((one) => one === perMin) ?? null;
      setSetting(db, 'resonanceRatePerMin', rate).catch((error: unknown) => console.error('resonance', error));
    },
  });
  giveBreath(breath);
  paceDemo(() => breath.paced());
  // There is one strap, and a check that begins has it.
  effect(() => {
    if (session.stage.value === 'connecting') breath.yieldStrap();
  });
  const inspector = new Inspector({ transport: strapTransport, clock, take: (id) => devices.disconnect(id) !== 'busy' });
  const leaving = new AbortController();
  addEventListener('pagehide', () => {
    leaving.abort();
    session.leave();
    // Before the links are let go of: what moves is told to stop over them.
    const lingering = deviceSessions.leave();
    guided.leave();
    breath.leave();
    kinds.close();
    devices.close(lingering);
    inspector.close();
    void ask('app-left', {}).catch(() => {
      // The background answers a page that is no longer there: nobody waits for it.
    });
  });

  const owner = await claimOwnership();
  const view = (owned: boolean) =>
    render(
      <App
        db={db}
        session={session}
        strap={strap}
        devices={devices}
        sessions={sessions}
        guided={guided}
        breath={breath}
        kinds={kinds}
        inspector={inspector}
        owned={owned}
      />,
      root,
    );
  view(owner);
  if (!owner) {
    await waitForOwnership(leaving.signal);
    view(true);
  }
  for (const session of await closeAbandonedSessions(db)) await logSession(db, session);
  // A stop that could not be told stands in its session.
  onEscape(() => void devices.stopAll());
  shareState(session, strap, devices, sessions);
  answerAsOwner((command) => carryOut(devices, sessions, command));
  await markOwnerTab();
  // Ask the browser not to clear the database when the disk fills up; a refusal changes nothing else.
  await navigator.storage.persist();
}

void main();
