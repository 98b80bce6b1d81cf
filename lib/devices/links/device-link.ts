// One long file, because the stages of a link share its driver and its timers, and each may be cut off by a lost link.

import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { Connection } from '../../bluetooth/connection';
import { BluetoothFault } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import { dateReadings, type Reading } from '../../bluetooth/services';
import type { GattDevice } from '../../bluetooth/transport';
import { blankSensor } from '../../check/sensor';
import type { Clock } from '../../core/clock';
import type { DeviceKind, KnownDevice } from '../../storage';
import { type DeviceDriver, DriverFault, type DriverKind, type DriverRefusal } from '../driver';
import { machineKind } from '../drivers/ftms/machine-kind';
import type { GivenToDriver } from '../marks/reach';
import { type AnyKind, type DeviceSensor, isSensorKind, type SensorKind } from '../sensor';
import { type StopResult, tryToStop } from '../session/stop-tries';
import type { Unrest } from '../session/view';
import type { Controlled } from './controlled';
import { isLinked, type LiveDevice } from './live-device';
import { listSources, type NonStrap } from './pairable';
import type { ReadingSource } from './reading-sources';
import { RestGuard } from './rest-guard';
import { DeviceRequests, findSources, followSources, lookUpDevice, type SetUpListeners } from './set-up-device';
import { UnaskedRun } from './unasked-run';

export interface DeviceLinkParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly remember: (device: KnownDevice) => unknown;
  readonly gone: (id: string, atMs: number) => unknown;
  /** The kind that the user paired it as. Null for a device with a standard service, of which a fitness machine reports its own kind. */
  readonly driverKind: AnyKind | null;
  /** What the user entered for the driver. */
  readonly options: GivenToDriver;
  readonly demo: boolean;
  /** Whether a stop could not be delivered over an earlier link. */
  readonly owesStop: () => boolean;
  /** The device took a stop, and rests as far as it reports. */
  readonly onRest: () => void;
  /** The device refused a stop that no session sent, or still moves after it. */
  readonly onUnrest: () => void;
  /** Whether a session is live on this driver. */
  readonly inSession: (driver: DeviceDriver) => boolean;
  /** Whether a session is live on this driver, or has ended and waits for its device's rest. */
  readonly watched: (driver: DeviceDriver) => boolean;
}

/** How long a stop waits for work that has the link for itself. */
const ALONE_ENDS_WITHIN_MS = 2000;

/** A driver and the kind that made it. */
interface Driven {
  readonly driverKind: DriverKind;
  readonly driver: DeviceDriver;
  readonly run: UnaskedRun;
}

/**
 * A machine, thermometer, scale or recovery device in the app tab: its connection, its readings and its driver. Keeps the connection and
 * the driver in memory. The caller ends a session that runs on the device, and must then call `close()`.
 */
export class DeviceLink implements LiveDevice {
  readonly device: GattDevice;
  readonly #parts: DeviceLinkParts;
  readonly #what: NonStrap;
  readonly #connection: Connection;
  readonly #known: Signal<KnownDevice>;
  readonly #bySource = signal<ReadonlyMap<ReadingSource, readonly Reading[]>>(new Map());
  readonly #driven = signal<Driven | null>(null);
  /** The driver of a machine that has not been set up on any link: perhaps it cannot be controlled. */
  #unproven = false;
  /** Reads a thermometer or scale that speaks no standard service; null for any other device. */
  readonly #sensor: DeviceSensor | null;
  readonly #refusal = signal<DriverRefusal | null>(null);
  /** Ends the exclusive use of the link; null while the driver uses it. */
  readonly #alone = signal<AbortController | null>(null);
  /** Resolves when the driver has the link again. */
  #aloneOver: Promise<void> = Promise.resolve();
  /** The link is up, and nothing else uses it. */
  readonly #free: ReadonlySignal<boolean>;
  /** Its driver can use the link. */
  readonly #connected: ReadonlySignal<boolean>;
  readonly #rest: RestGuard;
  /** What the sensor's own driver read last, dated as it arrived. */
  readonly #sensed = signal<readonly Reading[]>([]);
  readonly #readings = computed(() => [...this.#sensed.value, ...[...this.#bySource.value.values()].flat()]);
  /** Ends the driver's work on the current link. */
  #link = new AbortController();
  #present: Link | null = null;
  /** How many stops are being tried. */
  #stopsAsked = 0;
  /** What the device did not answer when it was looked up. */
  readonly #mute = new Set<string>();

  constructor(device: GattDevice, what: NonStrap, parts: DeviceLinkParts) {
    this.device = device;
    this.#parts = parts;
    this.#what = what;
    this.#rest = new RestGuard(parts);
    this.#known = signal(blank(device, what, parts));
    const { driverKind } = parts;
    if (driverKind !== null && !isSensorKind(driverKind)) this.#driven.value = this.#drivenBy(driverKind);
    const sensor = driverKind !== null && isSensorKind(driverKind) ? this.#readBy(driverKind) : null;
    this.#sensor = sensor;
    sensor?.readings.subscribe((readings) => {
      this.#sensed.value = dateReadings(readings, parts.clock.now());
    });
    this.#connection = new Connection({
      clock: parts.clock,
      random: parts.random,
      setUp: (link) => this.#setUp(link),
      onReady: () => {
        this.#describe({});
        if (this.#present !== null) void this.#lookUp(this.#present);
      },
      onLost: () => this.#gone(),
    });
    const ready = computed(() => this.#connection.state.value === 'ready' && this.#alone.value === null);
    this.#free = ready;
    this.#connected = computed(() => ready.value && this.#refusal.value === null);
  }

  get id(): string {
    return this.device.id;
  }
  get name(): string | null {
    return this.device.name;
  }
  get kind(): DeviceKind {
    return this.#known.value.kind ?? 'machine';
  }
  get state(): LiveDevice['state'] {
    return this.#connection.state.value;
  }
  get fault(): LiveDevice['fault'] {
    return this.#connection.fault.value?.code ?? null;
  }
  get batteryPct(): number | null {
    return this.#driven.value?.driver.telemetry.value.batteryPct ?? this.#sensor?.batteryPct.value ?? this.#known.value.batteryPct;
  }
  get readings(): readonly Reading[] {
    return this.#readings.value;
  }
  get contact(): null {
    return null;
  }
  /** It has a driver, so it can be told to stop. */
  get driven(): boolean {
    return this.#driven.value !== null;
  }
  get stops(): boolean {
    return this.driven && isLinked(this.#connection.state.value);
  }
  /** Whether there is a link, ready or still being set up, over which a stop may reach the device. */
  get reaches(): boolean {
    return this.driven && this.#present !== null;
  }

  /**
   * Whether this link can be used for that driver kind. A driver that needs input from the user is created again for each link, so that it
   * gets the newest values.
   */
  hasDriverKind(driverKind: AnyKind | null): boolean {
    return this.#parts.driverKind === driverKind && !this.asksUser;
  }

  /** Whether its driver needs secrets or has settings. */
  get asksUser(): boolean {
    const { driverKind } = this.#parts;
    return driverKind !== null && (driverKind.secrets.length > 0 || (driverKind.settings ?? []).length > 0);
  }

  /** Why its driver refuses the device; null when it does not, or when that is not known yet. */
  get refusal(): DriverRefusal | null {
    return this.#refusal.value;
  }

  /** Set while the device refuses a stop, or moves on after one that no session sent. */
  get unrest(): Unrest | null {
    return this.#rest.unrest.value;
  }
  /** It took such a stop, and its time to rest is not over. */
  get settling(): boolean {
    return this.#rest.settling;
  }

  /** It reports that it moves, and no session started it. */
  get unasked(): boolean {
    return this.#alone.value === null && this.#driven.value?.run.unasked.value === true;
  }

  /** A person says that it is off. */
  saidOff(): void {
    this.#rest.dismiss();
    this.#driven.value?.run.saidOff();
  }

  /** Whether work may have the link for itself. */
  get free(): boolean {
    return this.#free.value;
  }

  /** What sessions need of the device; null when it cannot be controlled. */
  get controlled(): Controlled | null {
    const driven = this.#driven.value;
    if (driven === null) return null;
    const { driverKind, driver, run } = driven;
    return {
      id: this.id,
      name: this.name,
      driverKind,
      driver,
      connected: this.#connected,
      unasked: run.unasked,
      demo: this.#parts.demo,
      given: this.#parts.options,
    };
  }

  /** Throws `BluetoothFault`, and also sets `fault`. */
  open(): Promise<void> {
    return this.#connection.open(this.device);
  }

  /**
   * Gives `work` exclusive use of the link: the driver stops using it and takes it back afterwards. A stop and the end of the link abort
   * the signal that `work` gets. `work` must stop the device itself. Throws `disconnected`, or what `work` throws.
   */
  async alone<T>(work: (link: Link, signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    const link = this.#present;
    if (link === null || !this.#free.value) throw new BluetoothFault('disconnected');
    this.#rest.dismiss();
    const own = new AbortController();
    let over = () => {};
    this.#aloneOver = new Promise((resolve) => {
      over = resolve;
    });
    this.#alone.value = own;
    this.#link.abort(new BluetoothFault('disconnected'));
    try {
      return await work(link, AbortSignal.any([own.signal, signal]));
    } finally {
      this.#alone.value = null;
      if (this.#present === link) await this.#takeAgain(link);
      over();
    }
  }

  /** Stops the device, and watches it until it rests. Throws when the stop could not be sent, or was refused. */
  async stop(): Promise<void> {
    if (this.#alone.value !== null) {
      this.#alone.value.abort(new BluetoothFault('aborted', 'stopped'));
      // The work owes the device a stop of its own; ours follows when the driver has the link again.
      await Promise.race([this.#aloneOver, this.#parts.clock.wait(ALONE_ENDS_WITHIN_MS)]);
    }
    const driven = this.#driven.value;
    if (driven !== null) await this.#rest.stop(driven.driver, this.#link.signal);
  }

  /** As `stop`, with up to three tries. A link that is made meanwhile sends it first. */
  async stopSoon(): Promise<StopResult> {
    this.#stopsAsked++;
    try {
      return await tryToStop({ send: () => this.stop(), mayTryAgain: () => isLinked(this.state), clock: this.#parts.clock });
    } finally {
      this.#stopsAsked--;
    }
  }

  close(): void {
    if (this.#connection.state.value === 'ready') this.#gone();
    this.#alone.value?.abort(new BluetoothFault('aborted', 'closed'));
    this.#link.abort(new BluetoothFault('disconnected'));
    this.#present = null;
    this.#connection.close();
    this.#bySource.value = new Map();
  }

  /** Sets up the driver first, so that the device can be stopped whatever happens next. */
  async #setUp(link: Link): Promise<void> {
    this.#link.abort(new BluetoothFault('disconnected'));
    this.#link = new AbortController();
    this.#present = link;
    if (this.#unproven) this.#driven.value = null;
    this.#unproven = false;
    // Remember the device even when its driver fails: its card is where the user enters what the driver needs.
    if (this.asksUser) this.#describe({});
    const over = this.#link.signal;
    this.#refusal.value = null;
    try {
      await this.#sensor?.setUp(link, over);
      if (this.#driven.value !== null) await this.#setUpDriver(this.#driven.value.driver, link, over);
    } catch (error) {
      if (!(error instanceof DriverFault)) throw error;
      this.#refusal.value = error.code;
      // A second attempt would be refused too. One that can be tested stays linked for that.
      if (this.#driven.value?.driverKind.testable !== true) throw new BluetoothFault('not-supported', error.message, { cause: error });
    }
    if (this.#driven.value === null && this.#sensor === null) await this.#setUpUndriven(link, over);
  }

  async #setUpDriver(driver: DeviceDriver, link: Link, over: AbortSignal): Promise<void> {
    await this.#beginDriver(driver, link, over);
    await this.#sendOwedStop(driver);
  }

  /** A stop that is owed goes out as soon as the driver can send it. It is owed until the device rests. */
  #beginDriver(driver: DeviceDriver, link: Link, over: AbortSignal): Promise<void> {
    const ready = driver.setUp(link, over);
    // What goes wrong shows in the set-up, or with the second one.
    if (this.#parts.owesStop() || this.#stopsAsked > 0) this.#rest.stop(driver, over).catch(() => {});
    return ready;
  }

  /** Only its readings say what it is. A machine gets its driver before they are followed. */
  async #setUpUndriven(link: Link, over: AbortSignal): Promise<void> {
    const device = new DeviceRequests(link, this.#heard.reportUnexpected);
    const found = await findSources(device, listSources(this.#what), this.#heard);
    if (this.#what === 'machine') await this.#driveMachine(link, over);
    if (this.#driven.value === null) await followSources(device, this.name, found, this.#heard);
  }

  /**
   * The rest, in the background: a device that is slow here, or does not answer, holds up neither a session nor a stop. Waits while a session
   * runs or something else has the link.
   */
  async #lookUp(link: Link): Promise<void> {
    const over = this.#link.signal;
    const driven = this.#driven.value;
    const quiet = () => this.#alone.value === null && (driven === null || !this.#parts.inSession(driven.driver));
    const turn = async () => {
      if (this.#present !== link) throw new BluetoothFault('disconnected');
      await untilTrue(quiet, over);
    };
    const device = new DeviceRequests(link, this.#heard.reportUnexpected, turn, this.#mute);
    try {
      if (driven !== null) {
        const found = await findSources(device, listSources(this.#what), this.#heard);
        await followSources(device, this.name, found, this.#heard);
      }
      await lookUpDevice(device, this.#heard);
    } catch (error) {
      // The next link looks it up.
      if (!(error instanceof BluetoothFault)) throw error;
    }
  }

  /**
   * A stop that was not delivered goes before everything else. If it fails once more, so does the link, and the next one tries again. A device
   * that refuses it stays linked: there its user reads what it does.
   */
  async #sendOwedStop(driver: DeviceDriver): Promise<void> {
    if (!this.#parts.owesStop()) return;
    try {
      await this.#rest.stop(driver, this.#link.signal);
    } catch (error) {
      if (!(error instanceof DriverFault && error.code === 'refused-by-device')) throw error;
    }
  }

  async #takeAgain(link: Link): Promise<void> {
    this.#link = new AbortController();
    this.#refusal.value = null;
    try {
      await this.#driven.value?.driver.setUp(link, this.#link.signal);
    } catch (error) {
      // When the link is lost, it is opened again, with a new driver.
      if (error instanceof DriverFault) this.#refusal.value = error.code;
      else if (!(error instanceof BluetoothFault)) throw error;
    }
  }

  /** A machine that cannot be controlled can still be read. */
  async #driveMachine(link: Link, over: AbortSignal): Promise<void> {
    const driverKind = machineKind(this.name, this.kind);
    if (driverKind === null) return;
    const driven = this.#drivenBy(driverKind);
    // Already now, so that a stop reaches it during its set-up.
    this.#driven.value = driven;
    this.#unproven = true;
    try {
      await this.#beginDriver(driven.driver, link, over);
      this.#unproven = false;
      await this.#sendOwedStop(driven.driver);
    } catch (error) {
      const none = error instanceof DriverFault || (error instanceof BluetoothFault && error.code === 'not-supported');
      if (!none) throw error;
      if (this.#unproven) this.#driven.value = null;
      this.#reportUnexpected(`no control: ${error.code}`);
    }
  }

  #readBy(kind: SensorKind): DeviceSensor {
    const { clock, options } = this.#parts;
    return kind.sensor({ ...options, wait: (ms, over) => clock.wait(ms, over), unread: (what) => this.#reportUnexpected(what) });
  }

  #drivenBy(driverKind: DriverKind): Driven {
    const { clock, options } = this.#parts;
    const driver = driverKind.driver({ ...options, wait: (ms, over) => clock.wait(ms, over) });
    return { driverKind, driver, run: new UnaskedRun(driver, () => this.#parts.watched(driver)) };
  }

  readonly #heard: SetUpListeners = {
    kind: (kind) => this.#describe({ kind }),
    readings: (source, readings) => {
      this.#bySource.value = new Map(this.#bySource.value).set(source, dateReadings(readings, this.#parts.clock.now()));
    },
    texts: ({ manufacturer, model, firmware, software }) =>
      this.#describe({ manufacturer: manufacturer ?? null, model: model ?? null, firmware: firmware ?? software ?? null }),
    battery: (batteryPct) => this.#describe({ batteryPct }),
    reportUnexpected: (what) => this.#reportUnexpected(what),
  };

  #reportUnexpected(what: string): void {
    console.error(`${this.device.name ?? this.device.id}: ${what}`);
  }

  #gone(): void {
    this.#alone.value?.abort(new BluetoothFault('disconnected'));
    this.#present = null;
    this.#link.abort(new BluetoothFault('disconnected'));
    this.#driven.value?.run.lost();
    this.#parts.gone(this.id, this.#parts.clock.now());
    this.#bySource.value = new Map();
  }

  #describe(change: Partial<KnownDevice>): void {
    this.#known.value = { ...this.#known.value, ...change, lastSeenMs: this.#parts.clock.now() };
    this.#parts.remember(this.#known.value);
  }
}

/** Resolves when it holds; follows the signals that it reads. Rejects with the signal's reason when aborted first. */
function untilTrue(holds: () => boolean, over: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (over.aborted) return reject(over.reason);
    let end = () => {};
    const settle = (how: () => void) => {
      how();
      queueMicrotask(() => end());
    };
    over.addEventListener('abort', () => settle(() => reject(over.reason)), { once: true });
    end = effect(() => {
      if (holds()) settle(resolve);
    });
  });
}

function blank(device: GattDevice, kind: NonStrap, { clock, driverKind }: DeviceLinkParts): KnownDevice {
  return { ...blankSensor(device), kind, lastSeenMs: clock.now(), ...(driverKind === null ? {} : { gadget: driverKind.id }) };
}
