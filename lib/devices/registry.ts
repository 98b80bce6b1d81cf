import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { BluetoothFault, type BluetoothFaultCode } from '../bluetooth/fault';
import type { GattDevice, Transport } from '../bluetooth/transport';
import type { Clock } from '../clock';
import { forgetDevice, type KnownDevice, knownDevices, type ReboundDatabase, rememberDevice, renameDevice, sawDevice } from '../storage';
import { GadgetLink } from './gadget-link';
import type { KnownStrap } from './known-strap';
import type { LiveDevice } from './live-device';
import { type Gadget, type Pairable, pairableOf, requestFor } from './pairable';
import type { Outcome } from './schema';
import { StrapView } from './strap-view';

/** Why pairing came to nothing. */
export interface PairingFault {
  readonly what: Pairable;
  readonly code: BluetoothFaultCode | 'check-running';
}

export interface RegistryParts {
  readonly db: ReboundDatabase;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly strap: KnownStrap;
  /** Whether a check has the strap: then it is not to be taken away. */
  readonly checkRunning: () => boolean;
  /** Whatever else has a link to this device lets go of it: one queue a device. */
  readonly release?: (deviceId: string) => void;
  readonly random?: () => number;
}

/**
 * The devices of the app tab, one connection each: the strap's is the check's (StrapLink), the others are made here. Keeps what was
 * chosen in this tab, so that connecting again needs no chooser. The caller owes `close()` when the page goes away.
 */
export class DeviceRegistry {
  readonly #parts: RegistryParts;
  readonly #strap: StrapView;
  readonly #gadgets = signal<ReadonlyMap<string, GadgetLink>>(new Map());
  readonly #known = signal<readonly KnownDevice[] | null>(null);
  readonly #choosing = signal<Pairable | null>(null);
  readonly #pairingFault = signal<PairingFault | null>(null);
  /** Devices that this tab may connect to without a chooser. */
  readonly #atHand = new Map<string, GattDevice>();
  /** Could not be reached the way they were known: the system may have lost them, and then only the chooser finds them. */
  readonly #chooserNext = new Set<string>();
  readonly #ends: (() => void)[] = [];
  /** Resolves when it is known which devices there are. */
  readonly loaded: Promise<void>;
  readonly live = computed<readonly LiveDevice[]>(() => {
    const strap = this.#strap.id === '' || this.#parts.strap.simulated.value ? [] : [this.#strap];
    return [...strap, ...this.#gadgets.value.values()];
  });

  constructor(parts: RegistryParts) {
    this.#parts = parts;
    this.#strap = new StrapView(parts.strap);
    this.loaded = new Promise((resolve) => {
      const rows = liveQuery(() => knownDevices(parts.db)).subscribe({
        next: (known) => {
          this.#known.value = known;
          resolve();
        },
        error: (error: unknown) => console.error('known devices', error),
      });
      this.#ends.push(() => rows.unsubscribe());
    });
    this.#ends.push(effect(() => this.#rememberStrap()));
  }

  /** Null until the database has answered. */
  get known(): ReadonlySignal<readonly KnownDevice[] | null> {
    return this.#known;
  }
  /** What the chooser is open for. */
  get choosing(): ReadonlySignal<Pairable | null> {
    return this.#choosing;
  }
  get pairingFault(): ReadonlySignal<PairingFault | null> {
    return this.#pairingFault;
  }

  /** The user's name for it, else its own. */
  nameOf(device: Pick<LiveDevice, 'id' | 'name'>): string | null {
    return this.#row(device.id)?.nickname ?? device.name;
  }

  /** Opens the chooser (call it from a click) and connects to what is chosen. What goes wrong stands in `pairingFault` or at the device. */
  async pair(what: Pairable): Promise<void> {
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
      const device = await this.#parts.transport.request(requestFor(what));
      this.#choosing.value = null;
      await this.#open(what, device);
    } catch (error) {
      if (!(error instanceof BluetoothFault)) throw error;
      this.#pairingFault.value = { what, code: error.code };
    } finally {
      this.#choosing.value = null;
    }
  }

  /** Connects to a known device; through the chooser where nothing else finds it and `mayChoose`. Resolves before the link is up. */
  async connect(id: string, mayChoose: boolean): Promise<Outcome> {
    const row = this.#row(id);
    if (row === null) return 'unknown-device';
    const what = pairableOf(row.kind ?? 'strap');
    if (what === 'strap' && this.#parts.checkRunning()) return 'busy';
    const device = await this.#reachable(id);
    const again = what === 'strap' && this.#isOfCheck(id);
    if (device === null && !again) {
      if (!mayChoose) return 'needs-chooser';
      this.#started(this.pair(what));
      return 'accepted';
    }
    this.#pairingFault.value = null;
    this.#started(device === null ? this.#parts.strap.connect(this.#parts.transport) : this.#open(what, device));
    return 'accepted';
  }

  disconnect(id: string): Outcome {
    if (id === this.#strap.id) {
      if (this.#parts.checkRunning()) return 'busy';
      this.#parts.strap.close();
      return 'accepted';
    }
    const gadget = this.#gadgets.value.get(id);
    gadget?.close();
    return gadget === undefined ? 'unknown-device' : 'accepted';
  }

  async stop(id: string): Promise<Outcome> {
    const gadget = this.#gadgets.value.get(id);
    if (gadget === undefined) return 'unknown-device';
    if (!gadget.stops) return 'not-supported';
    try {
      await gadget.stop();
      return 'accepted';
    } catch (error) {
      if (!(error instanceof BluetoothFault)) throw error;
      return 'failed';
    }
  }

  rename(id: string, nickname: string): Promise<void> {
    return renameDevice(this.#parts.db, id, nickname);
  }

  /** Ends the link, takes the browser's permission back where it can be, and removes the row. */
  async forget(id: string): Promise<Outcome> {
    if (id === this.#strap.id && this.#parts.checkRunning()) return 'busy';
    const device = this.#atHand.get(id) ?? (await this.#allowed(id));
    this.disconnect(id);
    this.#gadgets.value = new Map([...this.#gadgets.value].filter(([other]) => other !== id));
    this.#atHand.delete(id);
    this.#chooserNext.delete(id);
    await device?.forget?.().catch((error: unknown) => console.error('forget', error));
    await forgetDevice(this.#parts.db, id);
    return 'accepted';
  }

  close(): void {
    for (const end of this.#ends.splice(0)) end();
    for (const gadget of this.#gadgets.value.values()) gadget.close();
  }

  async #open(what: Pairable, device: GattDevice): Promise<void> {
    this.#atHand.set(device.id, device);
    this.#chooserNext.delete(device.id);
    this.#parts.release?.(device.id);
    try {
      if (what === 'strap') await this.#parts.strap.open(device, this.#parts.transport);
      else await this.#gadget(what, device).open();
    } catch (error) {
      if (!(error instanceof BluetoothFault)) throw error;
      // The device's own state says what went wrong.
      if (error.code === 'aborted') return;
      this.#atHand.delete(device.id);
      this.#chooserNext.add(device.id);
      if (this.#row(device.id) === null) this.#pairingFault.value = { what, code: error.code };
    }
  }

  #gadget(what: Gadget, device: GattDevice): GadgetLink {
    const before = this.#gadgets.value.get(device.id);
    if (before?.device === device) return before;
    before?.close();
    const { db, clock, random = Math.random } = this.#parts;
    const write = (work: Promise<void>) => void work.catch((error: unknown) => console.error('devices', error));
    const made = new GadgetLink(device, what, {
      clock,
      random,
      remember: (known) => write(rememberDevice(db, known)),
      gone: (id, atMs) => write(sawDevice(db, id, atMs)),
    });
    this.#gadgets.value = new Map(this.#gadgets.value).set(device.id, made);
    return made;
  }

  async #reachable(id: string): Promise<GattDevice | null> {
    if (this.#chooserNext.has(id)) return null;
    return this.#atHand.get(id) ?? (await this.#allowed(id));
  }

  async #allowed(id: string): Promise<GattDevice | null> {
    return (await this.#parts.transport.known()).find((device) => device.id === id) ?? null;
  }

  /** The strap of the last check, chosen there: its link can be opened again. */
  #isOfCheck(id: string): boolean {
    return id === this.#strap.id && !this.#parts.strap.needsChooser(this.#parts.transport);
  }

  #rememberStrap(): void {
    const { strap, db, clock } = this.#parts;
    const sensor = strap.sensor.value;
    if (sensor === null || strap.simulated.value) return;
    rememberDevice(db, { ...sensor, kind: 'strap', lastSeenMs: clock.now() }).catch((error: unknown) => console.error('strap', error));
  }

  #row(id: string): KnownDevice | null {
    return this.#known.value?.find((row) => row.id === id) ?? null;
  }

  #started(work: Promise<void>): void {
    work.catch((error: unknown) => {
      // A fault stands in the state of its device.
      if (!(error instanceof BluetoothFault)) console.error('devices', error);
    });
  }
}
