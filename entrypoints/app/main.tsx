import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import '../../components/surface';
import '../../components/app/app.css';
import '../../components/app/devices/devices.css';
import { App } from '../../components/app/App';
import { giveBreath } from '../../components/app/breathe/give-breath';
import { giveCues } from '../../components/app/guided/give-cues';
import { breathingHost } from '../../lib/breathing/breathing-host';
import { BreathingSessions } from '../../lib/breathing/breathing-sessions';
import { BreathHeart } from '../../lib/breathing/heart';
import { followBadge } from '../../lib/browser/follow-badge';
import { followUnits } from '../../lib/browser/follow-units';
import { answerAsOwner, ask } from '../../lib/browser/messages';
import { markOwnerTab } from '../../lib/browser/open-app';
import { trustOwnScripts } from '../../lib/browser/trusted-types';
import { BREATH_RATES } from '../../lib/catalogue';
import { CheckSession } from '../../lib/check/check-session';
import { claimOwnership, waitForOwnership } from '../../lib/check/owner';
import { StrapLink } from '../../lib/check/strap-link';
import { clock } from '../../lib/core/clock';
import { localZone } from '../../lib/core/day';
import { builtInKinds } from '../../lib/devices/drivers';
import { DriverKinds } from '../../lib/devices/drivers/kinds';
import { guidedHost } from '../../lib/devices/guided/guided-host';
import { GuidedSessions, thermometersAmong } from '../../lib/devices/guided/guided-sessions';
import { DryRunSession, dryRunHost } from '../../lib/devices/inspector/dry-session';
import { handOver } from '../../lib/devices/inspector/hand-over';
import { HandWrites, handHost } from '../../lib/devices/inspector/hand-writes';
import { Inspector } from '../../lib/devices/inspector/inspector';
import { SharedMarks } from '../../lib/devices/inspector/shared-marks';
import { listVendorServices } from '../../lib/devices/inspector/vendor-services';
import { ConformanceTests } from '../../lib/devices/links/conformance-tests';
import { DeviceRegistry } from '../../lib/devices/links/registry';
import { demoDevice, paceDemo, strapTransport } from '../../lib/devices/links/transports';
import { browserMarks } from '../../lib/devices/marks/mark-store';
import { RunningMarks } from '../../lib/devices/marks/running-marks';
import { carryOut } from '../../lib/devices/remote/carry-out';
import type { HostTimer } from '../../lib/devices/remote/host-timer';
import { databaseRecords } from '../../lib/devices/session/database-records';
import { DeviceSessions } from '../../lib/devices/session/device-sessions';
import type { SessionParts } from '../../lib/devices/session/start-session';
import { sessionClock } from '../../lib/devices/session/steady-clock';
import { language } from '../../lib/i18n';
import { closeAbandonedSessions, knownDevices, openDatabase, type ReboundDatabase, setSetting } from '../../lib/storage';
import { logSession } from '../../lib/today/plan/log-session';
import { giveEscape } from './give-escape';
import { shareState } from './share-state';

/** The app tab: creates all parts once and passes them to the views. The only place that uses Web Bluetooth. */
async function main(): Promise<void> {
  trustOwnScripts();
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
  const deviceSessions = new DeviceSessions(new RunningMarks(browserMarks));
  const kinds = new DriverKinds(db);
  // Drivers keep devices alive and wait for their answers, and a hidden page's own timers would be too slow for that.
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
  const tests = new ConformanceTests(devices, steady);
  // Registered before anything waits for the database or for another tab: a stop must not depend on either.
  const timers: HostTimer[] = [];
  const { emergency, own } = giveEscape(devices, deviceSessions, timers);
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
  timers.push(guidedHost(guided), breathingHost(breath));
  paceDemo(() => breath.paced());
  // There is one strap, and a check that starts takes it.
  effect(() => {
    if (session.stage.value === 'connecting') breath.yieldStrap();
  });
  const inspector = new Inspector({
    transport: strapTransport,
    clock,
    vendors: listVendorServices(builtInKinds),
    take: (id) => devices.disconnect(id) !== 'busy',
    closing: (id) => handOver(id, [dry, hand], inspected, deviceSessions.marks),
  });
  const inspected = new SharedMarks(browserMarks);
  const dry = new DryRunSession(inspector, inspected.part(), () => clock.now());
  const hand = new HandWrites(inspector, {
    kinds: () => kinds.all.value,
    given: (id) => devices.given(id),
    marks: inspected.part(),
    clock,
  });
  timers.push(dryRunHost(dry), handHost(hand));
  const leaving = new AbortController();
  addEventListener('pagehide', () => {
    leaving.abort();
    session.leave();
    // Before closing the links: moving devices must be stopped over them.
    const lingering = deviceSessions.leave();
    guided.leave();
    breath.leave();
    kinds.close();
    devices.close(lingering);
    // A stop that is on its way needs the link, which ends with the page.
    if (!dry.moves && !hand.stoppable) inspector.close();
    if (dry.moves) dry.stop().catch((error: unknown) => console.error(error));
    if (hand.stoppable) hand.stop().catch((error: unknown) => console.error(error));
    void ask('app-left', {}).catch(() => {
      // The background answers a page that is gone, so nobody waits for it.
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
        tests={tests}
        guided={guided}
        breath={breath}
        kinds={kinds}
        inspector={inspector}
        hand={hand}
        dry={dry}
        timers={timers}
        emergency={emergency}
        owned={owned}
      />,
      root,
    );
  view(owner);
  if (!owner) {
    await waitForOwnership(leaving.signal);
    view(true);
  }
  // Begun first: a stop that comes while they are being read waits for them. Nothing else does.
  void deviceSessions.marks.readStored();
  own();
  answerAsOwner((command) => carryOut({ devices, sessions, timers }, command));
  shareState(session, strap, { devices, sessions, timers });
  await markOwnerTab();
  await logAbandoned(db).catch((error: unknown) => console.error('abandoned sessions', error));
  // Ask the browser not to clear the database when the disk fills up; a refusal changes nothing else.
  await navigator.storage.persist();
}

/** Ends the sessions that a closed tab left open, and ticks them off in the plan. */
async function logAbandoned(db: ReboundDatabase): Promise<void> {
  for (const session of await closeAbandonedSessions(db)) await logSession(db, session);
}

void main();
