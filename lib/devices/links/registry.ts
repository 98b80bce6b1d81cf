// One long file, because pairing, connecting and forgetting change the same maps of links, and each has to see what the others did.

import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { BluetoothFault, type BluetoothFaultCode } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import type { GattDevice, Transport } from '../../bluetooth/transport';
import type { StrapLink } from '../../check/strap-link';
import type { Clock } from '../../core/clock';
import {
  forgetDevice,
  type KnownDevice,
  type ReboundDatabase,
  rememberDevice,
  renameDevice,
  sawDevice,
  setDeviceSecrets,
  setDriverSettings,
} from '../../storage';
import type { DriverKind } from '../driver';
import { fitnessKinds } from '../drivers/ftms';
import { makeMark } from '../marks/mark';
import type { GivenToDriver } from '../marks/reach';
import { findStopKind } from '../marks/stop-kind';
import type { CommandOutcome } from '../remote/schema';
import { type AnyKind, isSensorKind } from '../sensor';
import type { DeviceSessions } from '../session/device-sessions';
import type { Controlled } from './controlled';
import { DeviceLink } from './device-link';
import { KnownDevices } from './known-devices';
import { isLinked, type LiveDevice } from './live-device';
import { type NonStrap, type Pairable, requestFor, toPairable } from './pairable';
import { Stops } from './stops';
import { StrapView } from './strap-view';

/** Why pairing failed. */
export interface PairingFault {
  readonly what: Pairable;
  readonly code: BluetoothFaultCode | 'check-running';
}

export interface RegistryParts {
  readonly db: ReboundDatabase;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly strap: StrapLink;
  /** Whether a check is using the strap, so that nothing else may take it. */
  readonly checkRunning: () => boolean;
  /** Asks another owner of a link to this device to close it: each device has one queue. */
  readonly release?: (deviceId: string) => void;
  readonly random?: () => number;
  /** Every kind of recovery device, and of sensor without a standard service, including imported ones. */
  readonly kinds: () => readonly AnyKind[];
  /** The sessions on these devices. They end before their device is stopped or disconnected. */
  readonly deviceSessions: DeviceSessions;
  /** Returns the transport of the simulated device of a kind. */
  readonly demo: (driverKind: DriverKind) => Transport;
}

/**
 * The devices of the app tab, one connection each. The strap's connection belongs to the check (StrapLink); the others are opened here.
 * Keeps the devices that were chosen in this tab, so that reconnecting needs no chooser. The caller must call `close()` when the page goes
 * away.
 */
export class DeviceRegistry {
  readonly #parts: RegistryParts;
  readonly #strap: StrapView;
  readonly #links = signal<ReadonlyMap<string, DeviceLink>>(new Map());
  readonly #rows: KnownDevices;
  readonly #choosing = signal<Pairable | null>(null);
  readonly #pairingFault = signal<PairingFault | null>(null);
  /** Devices that this tab may connect to without a chooser. */
  readonly #atHand = new Map<string, GattDevice>();
  /** Devices that could not be reached. The system may have forgotten them, so the chooser is needed to find them again. */
  readonly #chooserNext = new Set<string>();
  readonly #ends: (() => void)[] = [];
  readonly #stops: Stops;
  /** Resolves when the stored devices are known. */
  readonly ready: Promise<void>;
  readonly live = computed<readonly LiveDevice[]>(() => {
    const strap = this.#strap.id === '' || this.#parts.strap.radio.value === 'simulated' ? [] : [this.#strap];
    return [...strap, ...this.#links.value.values()];
  });

  constructor(parts: RegistryParts) {
    this.#parts = parts;
    this.#strap = new StrapView(parts.strap);
    this.#rows = new KnownDevices(parts.db);
    this.#stops = new Stops({
      links: () => this.#links.value,
      deviceSessions: parts.deviceSessions,
      clock: parts.clock,
      seek: (id, mayChoose) => this.connect(id, mayChoose),
    });
    this.ready = this.#rows.ready;
    this.#ends.push(() => this.#rows.close());
    this.#ends.push(effect(() => this.#rememberStrap()));
    this.#ends.push(effect(() => this.#seekOwed()));
  }

  /** Null until the database has answered. */
  get known(): ReadonlySignal<readonly KnownDevice[] | null> {
    return this.#rows.all;
  }
  /** What the chooser is open for. */
  get choosing(): ReadonlySignal<Pairable | null> {
    return this.#choosing;
  }
  get pairingFault(): ReadonlySignal<PairingFault | null> {
    return this.#pairingFault;
  }

  /** Reads signals. */
  get kinds(): readonly AnyKind[] {
    return this.#parts.kinds();
  }

  /** The driver kind of a device; null when it has none. Reads signals. */
  findDriverKind(id: string): DriverKind | null {
    const kind = this.controlled(id)?.driverKind ?? this.findAnyKind(id);
    return kind === null || isSensorKind(kind) ? null : kind;
  }

  /** The kind that a stored device was paired as; null when it has none, or when the user removed its profile. Reads signals. */
  findAnyKind(id: string): AnyKind | null {
    const row = this.#rows.find(id);
    return row === null ? null : this.findKind(row);
  }

  /** The user's name for the device, otherwise its own. */
  findName(device: Pick<LiveDevice, 'id' | 'name'>): string | null {
    return this.#rows.find(device.id)?.nickname ?? device.name;
  }

  /** What sessions need of a device, connected or not; null when it cannot be controlled or was not connected yet. Reads signals. */
  controlled(id: string): Controlled | null {
    return this.#links.value.get(id)?.controlled ?? null;
  }

  /** Whether the device is connected or connecting. Reads signals. */
  linked(id: string): boolean {
    return this.live.value.some((one) => one.id === id && isLinked(one.state));
  }

  /**
   * Opens the chooser (call it from a click) and connects to the chosen device. Give `driverKind` for a device without a standard service. A fault is
   * shown in `pairingFault` or on the device.
   */
  async pair(what: Pairable, driverKind: AnyKind | null = null): Promise<void> {
    if (this.#choosing.value !== null) return;
    if (what === 'strap' && this.#parts.checkRunning()) {
      this.#pairingFault.value = { what, code: 'check-running' };
      return;
    }
    batch(() => {
      this.#pairingFault.value = null;
      this.#choosing.value = what;
    });
    try {
      const device = await this.#parts.transport.request(requestFor(what, driverKind));
      this.#choosing.value = null;
      await this.#open(what, device, driverKind);
    } catch (error) {
      if (!(error instanceof BluetoothFault)) throw error;
      this.#pairingFault.value = { what, code: error.code };
    } finally {
      this.#choosing.value = null;
    }
  }

  /** Connects to the simulated device of a kind. It is not remembered. */
  async tryOut(driverKind: DriverKind): Promise<void> {
    try {
      const device = await this.#parts.demo(driverKind).request(requestFor('recovery', driverKind));
      await this.#link('recovery', device, driverKind, true).open();
    } catch (error) {
      if (!(error instanceof BluetoothFault)) throw error;
      this.#pairingFault.value = { what: 'recovery', code: error.code };
    }
  }

  /**
   * Connects to a known device. Uses the chooser only if nothing else finds the device and `mayChoose` allows it. Resolves before the link
   * is up.
   */
  async connect(id: string, mayChoose: boolean): Promise<CommandOutcome> {
    const known = this.#findKnown(id);
    if (known === null) return 'unknown-device';
    const { what, driverKind } = known;
    if (what === 'strap' && this.#parts.checkRunning()) return 'busy';
    // The user removed the profile for it.
    if (driverKind === null && (what === 'recovery' || this.#rows.find(id)?.gadget !== undefined)) return 'not-supported';
    const device = await this.#reachable(id);
    const again = what === 'strap' && this.#isOfCheck(id);
    if (device === null && !again) {
      if (!mayChoose) return 'needs-chooser';
      this.#started(this.pair(what, driverKind));
      return 'accepted';
    }
    this.#pairingFault.value = null;
    this.#started(device === null ? this.#parts.strap.connect(this.#parts.transport) : this.#open(what, device, driverKind));
    return 'accepted';
  }

  disconnect(id: string): CommandOutcome {
    if (id === this.#strap.id) {
      if (this.#parts.checkRunning()) return 'busy';
      this.#parts.strap.close();
      return 'accepted';
    }
    const link = this.#links.value.get(id);
    if (link === undefined) return 'unknown-device';
    void this.#letGo(link, true);
    return 'accepted';
  }

  /** Stops a device, linked or not (`Stops.one`). `mayChoose`: from a click in this page, so that a chooser may open. */
  stop(id: string, mayChoose = false): Promise<CommandOutcome> {
    return this.#stops.one(id, mayChoose);
  }

  /** A person says that a device which may be running is off. */
  isOff(id: string): CommandOutcome {
    if (!this.#parts.deviceSessions.saidOff(id)) return 'busy';
    this.#links.value.get(id)?.saidOff();
    return 'accepted';
  }

  /** Stores what the driver needs; used from the next connection on. */
  async giveSecrets(id: string, secrets: NonNullable<KnownDevice['secrets']>): Promise<void> {
    await setDeviceSecrets(this.#parts.db, id, secrets);
    await this.#rows.readAgain();
  }

  async giveSettings(id: string, settings: Readonly<Record<string, string>>): Promise<void> {
    await setDriverSettings(this.#parts.db, id, settings);
    await this.#rows.readAgain();
  }

  /** What the user gave the driver of this device, as far as the database and its mark hold it. */
  given(id: string): Required<GivenToDriver> {
    const row = this.#rows.find(id);
    const kept = this.#parts.deviceSessions.marks.all.value.get(id)?.reach;
    return { secrets: row?.secrets ?? kept?.secrets ?? {}, settings: row?.gadgetSettings ?? kept?.settings ?? {} };
  }

  /** Whether `alone` would get the link of this device. Reads signals. */
  mayBeAlone(id: string): boolean {
    const { marks, sessions } = this.#parts.deviceSessions;
    return this.#links.value.get(id)?.free === true && sessions.value.get(id)?.live !== true && marks.mayStart(id);
  }

  /** Gives `work` a link without its driver (`DeviceLink.alone`). Refused while a session runs on the device. */
  async alone<T>(id: string, work: (link: Link, signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    const { deviceSessions, clock } = this.#parts;
    const { marks, sessions } = deviceSessions;
    const link = this.#links.value.get(id);
    if (link === undefined || sessions.value.get(id)?.live || !marks.mayStart(id)) throw new BluetoothFault('disconnected');
    // What its driver refuses is not run by any work either, and perhaps it cannot be told to stop.
    const controlled = link.refusal === null ? link.controlled : null;
    const unwatch = marks.watch(id);
    if (controlled !== null) {
      marks.started(
        makeMark(controlled, controlled.driverKind, controlled.driver.capabilities.value, clock.now(), controlled.given),
        controlled.demo,
      );
    }
    try {
      return await link.alone(work, signal);
    } finally {
      // Whatever the work did, the device rests before anything else may run it; if it cannot be told, the person is asked.
      const outcome = controlled === null ? null : await this.#stops.one(id);
      if (outcome === 'stopping') this.#atRest(link, unwatch);
      else unwatch();
    }
  }

  /** Calls `then` when a device that took a stop rests, moves on, or has no link any more. */
  #atRest(link: DeviceLink, then: () => void): void {
    const { marks } = this.#parts.deviceSessions;
    const end = effect(() => {
      if (marks.all.value.has(link.id) && link.unrest === null && link.state === 'ready') return;
      untracked(then);
      queueMicrotask(() => end());
    });
    this.#ends.push(end);
  }

  /** Emergency stop: everything that is linked, runs, or may be running (`Stops.all`). Each stop is handed over before this returns. */
  stopAll(): Promise<CommandOutcome> {
    return this.#stops.all();
  }

  rename(id: string, nickname: string): Promise<void> {
    return renameDevice(this.#parts.db, id, nickname);
  }

  /**
   * Closes the link, revokes the browser's permission where possible, and removes the row. `not-stopped`: it is kept, because it may be running,
   * and a stop needs the permission.
   */
  async forget(id: string): Promise<CommandOutcome> {
    if (id === this.#strap.id && this.#parts.checkRunning()) return 'busy';
    const { sessions, marks } = this.#parts.deviceSessions;
    const mayRun = () => marks.all.value.has(id);
    if (mayRun() && sessions.value.get(id)?.live !== true) return 'not-stopped';
    const device = this.#atHand.get(id) ?? (await this.#allowed(id));
    const link = this.#links.value.get(id);
    if (link === undefined) this.disconnect(id);
    else await this.#letGo(link, true);
    if (mayRun()) return 'not-stopped';
    this.#links.value = new Map([...this.#links.value].filter(([other]) => other !== id));
    this.#atHand.delete(id);
    this.#chooserNext.delete(id);
    await device?.forget?.().catch((error: unknown) => console.error('forget', error));
    await forgetDevice(this.#parts.db, id);
    return 'accepted';
  }

  /** Closes every connection except `lingering`: those still carry a stop, and end with the page. */
  close(lingering: ReadonlySet<string> = new Set()): void {
    for (const end of this.#ends.splice(0)) end();
    for (const link of this.#links.value.values()) if (!lingering.has(link.id)) link.close();
  }

  /**
   * Ends a running session first, and watches until its device rests if nothing else needs the link. The stop is on its way before this
   * returns; if the device is not known to rest, the next link sends it again.
   */
  #letGo(link: DeviceLink, untilRest = false): Promise<void> {
    const { sessions, marks } = this.#parts.deviceSessions;
    const session = sessions.value.get(link.id);
    if (!session?.live) {
      link.close();
      return Promise.resolve();
    }
    const closed = session.close(untilRest).then(() => {
      if (marks.all.value.has(link.id)) marks.oweStop(link.id);
      link.close();
    });
    this.#started(closed);
    return closed;
  }

  /**
   * How a device is connected: by its stored row or, if the database does not have it, by the mark that a session left. A kind that is gone,
   * or not known yet, is replaced by the one that was kept for the stop.
   */
  #findKnown(id: string): { readonly what: Pairable; readonly driverKind: AnyKind | null } | null {
    const row = this.#rows.find(id);
    const mark = this.#parts.deviceSessions.marks.all.value.get(id);
    const kept = mark === undefined ? null : findStopKind(mark);
    if (row !== null) return { what: toPairable(row.kind ?? 'strap'), driverKind: this.findKind(row) ?? kept };
    if (mark === undefined) return null;
    const driverKind = this.#parts.kinds().find((kind) => kind.id === mark.driverKind) ?? kept;
    // A fitness machine reports its own kind. Another one that is not known is an imported profile that has not been read yet.
    const isMachine = mark.driverKind === null || fitnessKinds.some(({ id: kind }) => kind === mark.driverKind);
    return { what: driverKind === null && isMachine ? 'machine' : 'recovery', driverKind };
  }

  async #open(what: Pairable, device: GattDevice, driverKind: AnyKind | null): Promise<void> {
    this.#atHand.set(device.id, device);
    this.#chooserNext.delete(device.id);
    this.#parts.release?.(device.id);
    try {
      if (what === 'strap') await this.#parts.strap.open(device, this.#parts.transport);
      else await this.#link(what, device, driverKind).open();
    } catch (error) {
      if (!(error instanceof BluetoothFault)) throw error;
      // The device's own state shows the fault.
      if (error.code === 'aborted') return;
      // The device answered, and its card shows what its driver needs.
      const link = this.#links.value.get(device.id);
      if (link?.asksUser && link.refusal !== null) return;
      this.#atHand.delete(device.id);
      // It answered: the browser still knows it.
      if (error.code !== 'not-supported') this.#chooserNext.add(device.id);
      if (this.#rows.find(device.id) === null) this.#pairingFault.value = { what, code: error.code };
    }
  }

  #link(what: NonStrap, device: GattDevice, driverKind: AnyKind | null, demo = false): DeviceLink {
    const before = this.#links.value.get(device.id);
    if (before?.device === device && before.hasDriverKind(driverKind)) return before;
    if (before !== undefined) void this.#letGo(before);
    const { db, clock, random = Math.random } = this.#parts;
    const write = (work: Promise<void>) => void work.catch((error: unknown) => console.error('devices', error));
    const made = new DeviceLink(device, what, {
      clock,
      random,
      remember: (known) => demo || write(rememberDevice(db, known)),
      gone: (id, atMs) => demo || write(sawDevice(db, id, atMs)),
      driverKind,
      options: this.given(device.id),
      demo,
      owesStop: () => this.#parts.deviceSessions.marks.owesStop(device.id),
      onRest: () => this.#parts.deviceSessions.marks.atRest(device.id),
      onUnrest: () => this.#markMoving(device.id),
      inSession: (driver) => {
        const session = this.#parts.deviceSessions.sessions.value.get(device.id);
        return session?.live === true && session.drives(driver);
      },
      watched: (driver) => {
        const session = this.#parts.deviceSessions.sessions.value.get(device.id);
        return session?.watches === true && session.drives(driver);
      },
    });
    this.#links.value = new Map(this.#links.value).set(device.id, made);
    return made;
  }

  /** Nobody may have started it here, but it moves and does not stop: from now on every surface says so. */
  #markMoving(id: string): void {
    const { clock, deviceSessions } = this.#parts;
    const controlled = this.controlled(id);
    if (controlled === null || deviceSessions.marks.all.value.has(id)) return;
    deviceSessions.marks.started(
      makeMark(controlled, controlled.driverKind, controlled.driver.capabilities.value, clock.now(), controlled.given),
      controlled.demo,
    );
  }

  async #reachable(id: string): Promise<GattDevice | null> {
    if (this.#chooserNext.has(id)) return null;
    return this.#atHand.get(id) ?? (await this.#allowed(id));
  }

  async #allowed(id: string): Promise<GattDevice | null> {
    return (await this.#parts.transport.known()).find((device) => device.id === id) ?? null;
  }

  /** Whether this is the strap of the last check, whose link can be opened again. */
  #isOfCheck(id: string): boolean {
    return id === this.#strap.id && !this.#parts.strap.needsChooser(this.#parts.transport);
  }

  /** Stops that wait for a kind, such as that of an imported profile: the device is sought as soon as it is known. Follows the kinds. */
  #seekOwed(): void {
    this.#parts.kinds();
    const { marks } = this.#parts.deviceSessions;
    untracked(() => {
      for (const id of marks.all.value.keys()) {
        if (marks.owesStop(id) && !this.linked(id)) this.connect(id, false).catch((error: unknown) => console.error('devices', error));
      }
    });
  }

  #rememberStrap(): void {
    const { strap, db, clock } = this.#parts;
    const sensor = strap.sensor.value;
    if (sensor === null || strap.radio.value === 'simulated') return;
    rememberDevice(db, { ...sensor, kind: 'strap', lastSeenMs: clock.now() }).catch((error: unknown) => console.error('strap', error));
  }

  findKind(row: KnownDevice): AnyKind | null {
    return this.#parts.kinds().find(({ id }) => id === row.gadget) ?? null;
  }

  #started(work: Promise<void>): void {
    work.catch((error: unknown) => {
      // A fault is shown in the state of its device.
      if (!(error instanceof BluetoothFault)) console.error('devices', error);
    });
  }
}
