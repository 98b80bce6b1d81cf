import type { DeviceRequest, GattDevice, Transport } from '../../lib/bluetooth/transport';
import type { SessionPlan } from '../../lib/catalogue';
import { StrapLink } from '../../lib/check/strap-link';
import { type Clock, type HeldClock, heldClock } from '../../lib/core/clock';
import type { DriverKind } from '../../lib/devices/driver';
import { builtInKinds } from '../../lib/devices/drivers';
import { DeviceRegistry } from '../../lib/devices/links/registry';
import { type MarkStore, memoryMarks } from '../../lib/devices/marks/mark-store';
import { RunningMarks } from '../../lib/devices/marks/running-marks';
import { Click } from '../../lib/devices/safety/click';
import { DeviceSessions } from '../../lib/devices/session/device-sessions';
import { startSession } from '../../lib/devices/session/start-session';
import { framedDevices } from '../../lib/simulated/framed';
import type { FramedDevice } from '../../lib/simulated/framed/framed-device';
import type { RadioOutcome } from '../../lib/simulated/model';
import { simulatedTransport } from '../../lib/simulated/transport';
import type { ReboundDatabase } from '../../lib/storage';
import { nothingInTheWay } from '../lib/devices/session/fake-device';
import { freshDatabase } from './database';
import { toSimulatedTime } from './flaky-transport';
import { START_MS } from './packets';
import { settled } from './until';

/** One device and everything between it and the person, as in the app tab: registry, sessions, marks, over a simulated radio. */
export type DeviceRig = Awaited<ReturnType<typeof deviceRig>>;

/** What outlives an app tab: the device, the radio, the time, and what is stored. */
export interface RigWorld {
  /** Moves time for app and device. */
  readonly clock: HeldClock;
  /** The app's own: its wall clock may be set. */
  readonly appClock: Clock;
  setClock(byMs: number): void;
  readonly db: ReboundDatabase;
  readonly store: MarkStore;
  readonly model: ReturnType<NonNullable<(typeof framedDevices)[string]>>;
  readonly radio: ReturnType<typeof simulatedTransport>;
  readonly driverKind: DriverKind;
  /** Every kind that the app tab knows; left out: those of the product. */
  readonly kinds?: readonly DriverKind[];
  /** The database does not answer. */
  readonly blocked?: boolean;
  /** How the next write, and every connect, ends. */
  readonly next: { write: RadioOutcome['end'] | null; connect: RadioOutcome['end'] };
  /** Every write ends so, until it is null again. */
  readonly air: { writes: RadioOutcome['end'] | null };
  readonly chooser: ChooserInWorld;
}

/** The browser's chooser. Unless it `waits`, the person chooses the device at once. */
interface ChooserInWorld {
  waits(): void;
  choose(): void;
  readonly chosen: Promise<void>;
}

function openChooser(): ChooserInWorld {
  let chosen = Promise.resolve();
  let choose = () => {};
  return {
    waits() {
      chosen = new Promise((resolve) => {
        choose = resolve;
      });
    },
    choose: () => choose(),
    get chosen() {
      return chosen;
    },
  };
}

/**
 * @param imported the kind of an imported profile for the simulated device of `kindId`
 * @param device left out: the simulated device of that kind
 */
export function rigWorld(kindId: string, store: MarkStore = memoryMarks(), imported?: DriverKind, device?: FramedDevice): RigWorld {
  const clock = heldClock(START_MS);
  const make = framedDevices[kindId];
  const driverKind = imported ?? builtInKinds.find(({ id }) => id === kindId);
  const plain = device ?? make?.();
  if (plain === undefined || driverKind === undefined) throw new Error(`no simulated ${kindId}`);
  const next: RigWorld['next'] = { write: null, connect: 'done' };
  const air: RigWorld['air'] = { writes: null };
  const model: RigWorld['model'] = {
    ...plain,
    radio(operation): RadioOutcome {
      if (operation === 'connect') return { delayMs: 10, end: next.connect };
      const end = operation === 'write' ? (next.write ?? air.writes) : null;
      if (operation === 'write') next.write = null;
      return { delayMs: 10, end: end ?? 'done' };
    },
  };
  const radio = simulatedTransport([model], toSimulatedTime(clock));
  let offsetMs = 0;
  const appClock: Clock = { now: () => clock.now() + offsetMs, wait: (ms, signal) => clock.wait(ms, signal) };
  const setClock = (byMs: number) => {
    offsetMs += byMs;
  };
  return { clock, appClock, setClock, db: freshDatabase(), store, model, radio, driverKind, next, air, chooser: openChooser() };
}

function asFreshObject(device: GattDevice): GattDevice {
  return {
    id: device.id,
    name: device.name,
    connect: () => device.connect(),
    disconnect: () => device.disconnect(),
    get connected() {
      return device.connected;
    },
    onDisconnected: (listener) => device.onDisconnected(listener),
    service: (uuid) => device.service(uuid),
    // A browser ends the link at once.
    forget: async () => device.disconnect(),
  };
}

/** An app tab in that world, which has read the marks unless `reads` is false. `close()` it; a crash is `close()` without `leave()`. */
export async function deviceRig(world: RigWorld, reads = true) {
  const { clock, appClock, db, radio, model, driverKind } = world;
  let closed = false;
  const strap = new StrapLink(appClock, () => 0.5);
  const deviceSessions = new DeviceSessions(new RunningMarks(world.store));
  // Web Bluetooth gives another object of ours for each request.
  const request = async (wanted: DeviceRequest) => {
    await world.chooser.chosen;
    // The chooser goes with its tab.
    if (closed) await new Promise(() => {});
    return asFreshObject(await radio.request(wanted));
  };
  const transport: Transport = { ...radio, kind: 'web-bluetooth', request };
  const registry = new DeviceRegistry({
    db,
    clock: appClock,
    transport,
    strap,
    checkRunning: () => false,
    random: () => 0.5,
    kinds: () => world.kinds ?? builtInKinds,
    deviceSessions,
    demo: () => radio,
  });
  if (world.blocked !== true) await registry.ready;
  if (reads) await deviceSessions.marks.readStored();
  const sessions = { db, deviceSessions, clock: appClock, strap: strap.last, guards: new WeakMap() };
  const pass = async (seconds: number) => {
    await clock.advance(seconds * 1000);
    await settled(20);
  };
  const id = model.address;
  return {
    registry,
    deviceSessions,
    sessions,
    id,
    openedAtMs: clock.now(),
    pass,
    /** Lets time pass until `work` is done, at most a minute. */
    async passing<T>(work: Promise<T>): Promise<T> {
      let done = false;
      void work.finally(() => {
        done = true;
      });
      for (let turn = 0; turn < 300 && !done; turn++) await pass(0.2);
      return work;
    },
    pair: () => registry.pair('recovery', driverKind),
    start(plan: SessionPlan): boolean {
      const device = registry.controlled(id);
      const click = Click.of({ isTrusted: true }, appClock.now());
      return (
        device !== null &&
        click !== null &&
        startSession(sessions, device, plan, click, { ...nothingInTheWay(appClock.now()), unasked: device.unasked.value })
      );
    },
    runs: () => model.state(clock.now()).running,
    session: () => deviceSessions.sessions.value.get(id) ?? null,
    left: () => deviceSessions.leftRunning.value.map((mark) => mark.id),
    /** `lingering`: links that still carry a stop, as the page leaves them. */
    close(lingering?: ReadonlySet<string>) {
      closed = true;
      registry.close(lingering);
      strap.close();
    },
  };
}
