import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { Connection, type ConnectionState } from '../../bluetooth/connection';
import { BluetoothFault, type BluetoothFaultCode } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import { knownServices } from '../../bluetooth/services';
import type { GattCharacteristic, GattDevice, GattService, Transport } from '../../bluetooth/transport';
import type { Clock } from '../../core/clock';
import { decodeValue, knownName } from './decode-value';
import { GattLog, type LogLine } from './gatt-log';
import { toHex } from './hex';
import type { InspectedService } from './inspected';
import type { VendorService } from './vendor-services';

export interface InspectorParts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random?: () => number;
  /** Services of makers that are requested beforehand. */
  readonly vendors: readonly VendorService[];
  /** Disconnects this device from whatever else uses it. False when it must not be taken. */
  readonly take: (deviceId: string) => boolean;
  /** Its link to this device is about to be closed, because somebody asked for that or for another device. */
  readonly closing?: (deviceId: string) => void;
}

/**
 * A link to any one device: its services, its values, and a log of them. The browser shows only services that were named before the chooser
 * opened. After a lost link, it subscribes again. Keeps the connection, the subscriptions and the log in memory. The caller must call
 * `close()`.
 */
export class Inspector {
  readonly log = new GattLog();
  readonly #parts: InspectorParts;
  readonly #connection: Connection;
  readonly #services = signal<readonly InspectedService[]>([]);
  readonly #subscribed = signal<ReadonlySet<string>>(new Set());
  readonly #name = signal<string | null>(null);
  readonly #fault = signal<BluetoothFaultCode | 'check-running' | null>(null);
  readonly #choosing = signal(false);
  #link: Link | null = null;
  #wanted: readonly string[] = [];
  #gatt = new Map<string, GattCharacteristic>();
  #ends = new Map<string, () => Promise<void>>();

  constructor(parts: InspectorParts) {
    this.#parts = parts;
    this.#connection = new Connection({
      clock: parts.clock,
      random: parts.random ?? Math.random,
      setUp: (link) => this.#discover(link),
      onReady: () => this.#ready(),
      onLost: () => this.#lost(),
    });
  }

  get state(): ReadonlySignal<ConnectionState> {
    return this.#connection.state;
  }
  /** Why there is no link. */
  get fault(): ReadonlySignal<BluetoothFaultCode | 'check-running' | null> {
    return this.#fault;
  }
  get choosing(): ReadonlySignal<boolean> {
    return this.#choosing;
  }
  /** The device's name, or its id when it has none; null before the first device. */
  get name(): ReadonlySignal<string | null> {
    return this.#name;
  }
  get services(): ReadonlySignal<readonly InspectedService[]> {
    return this.#services;
  }
  /** The services of makers that are requested beforehand. */
  get vendors(): readonly VendorService[] {
    return this.#parts.vendors;
  }
  /** Keys of the subscribed characteristics. */
  get subscribed(): ReadonlySignal<ReadonlySet<string>> {
    return this.#subscribed;
  }

  /** Opens the chooser with all devices (call it from a click), and connects. These services, all known ones and those of `vendors` are visible. */
  async pick(services: readonly string[]): Promise<void> {
    if (this.#choosing.value) return;
    const { transport, take, vendors } = this.#parts;
    this.#wanted = [...new Set([...services, ...knownServices.map(({ uuid }) => uuid), ...vendors.map(({ uuid }) => uuid)])];
    batch(() => {
      this.#fault.value = null;
      this.#choosing.value = true;
    });
    try {
      const device = await transport.request({ services: [], optionalServices: this.#wanted });
      this.#choosing.value = false;
      this.close();
      if (take(device.id)) await this.#open(device);
      else this.#fault.value = 'check-running';
    } catch (error) {
      this.#fault.value = toFaultCode(error);
    } finally {
      this.#choosing.value = false;
    }
  }

  async read(key: string): Promise<void> {
    await this.#on(key, async (characteristic) => {
      const value = await this.#connection.run(() => characteristic.read());
      this.#heard('read', characteristic.uuid, value);
    });
  }

  async subscribe(key: string): Promise<void> {
    await this.#on(key, async (characteristic) => {
      const end = await this.#connection.run(() =>
        characteristic.subscribe((value) => this.#heard('notified', characteristic.uuid, value)),
      );
      this.#ends.set(key, end);
      this.#subscribed.value = new Set(this.#subscribed.value).add(key);
      this.#note('subscribed', characteristic.uuid);
    });
  }

  async unsubscribe(key: string): Promise<void> {
    await this.#on(key, async (characteristic) => {
      const end = this.#ends.get(key);
      this.#ends.delete(key);
      this.#subscribed.value = new Set([...this.#subscribed.value].filter((other) => other !== key));
      if (end !== undefined) await this.#connection.run(end);
      this.#note('unsubscribed', characteristic.uuid);
    });
  }

  /** Writes with response where the characteristic supports it. Whether the bytes were written. */
  write(key: string, bytes: Uint8Array): Promise<boolean> {
    return this.#on(key, async (characteristic) => {
      await this.#connection.run(() => characteristic.write(bytes, characteristic.properties.write));
      this.#note('wrote', characteristic.uuid, toHex(bytes));
    });
  }

  /** The present link, for a driver that stops its device. */
  get link(): Link | null {
    return this.#link;
  }

  /** The browser's id of the device that was chosen last. */
  get deviceId(): string | null {
    return this.#connection.device?.id ?? null;
  }

  /** Closes the link if it is to this device. */
  release(deviceId: string): void {
    if (this.#connection.device?.id === deviceId) this.close();
  }

  close(): void {
    if (this.deviceId !== null) this.#parts.closing?.(this.deviceId);
    if (this.#connection.state.value !== 'idle' && this.#connection.state.value !== 'closed') this.#note('closed', null);
    this.#endLink();
    this.#subscribed.value = new Set();
    this.#services.value = [];
    this.#connection.close();
  }

  async #open(device: GattDevice): Promise<void> {
    this.#name.value = device.name ?? device.id;
    await this.#connection.open(device);
  }

  async #discover(link: Link): Promise<void> {
    const found: InspectedService[] = [];
    this.#gatt = new Map();
    this.#link = link;
    for (const uuid of this.#wanted) {
      const services = await this.readServices(link, uuid);
      for (const [at, service] of services.entries()) found.push(this.#inspected(service, at, services.length));
    }
    this.#services.value = found;
  }

  async readServices(link: Link, uuid: string): Promise<readonly GattService[]> {
    const device = this.#connection.device;
    if (device?.services !== undefined) return this.#connection.run(async () => (await device.services?.(uuid)) ?? []);
    const service = await link.service(uuid);
    return service === null ? [] : [service];
  }

  #inspected({ uuid, characteristics }: GattService, at: number, of: number): InspectedService {
    return {
      key: `${uuid} ${at}`,
      nth: of > 1 ? at + 1 : null,
      uuid,
      name: knownName(uuid) ?? this.#parts.vendors.find((vendor) => vendor.uuid === uuid)?.devices ?? null,
      characteristics: characteristics.map((characteristic, i) => {
        const key = `${uuid} ${at} ${i}`;
        this.#gatt.set(key, characteristic);
        return { key, uuid: characteristic.uuid, name: knownName(characteristic.uuid), properties: characteristic.properties };
      }),
    };
  }

  #ready(): void {
    this.#note('connected', null);
    for (const key of this.#subscribed.value) void this.subscribe(key);
  }

  #lost(): void {
    this.#note('lost', null);
    this.#endLink();
  }

  #endLink(): void {
    this.#link = null;
    this.#gatt.clear();
    this.#ends.clear();
  }

  /** Logs faults too, because they are part of the device's behaviour. Whether it worked. */
  async #on(key: string, work: (characteristic: GattCharacteristic) => Promise<void>): Promise<boolean> {
    const characteristic = this.#gatt.get(key);
    if (characteristic === undefined) return false;
    try {
      await work(characteristic);
      return true;
    } catch (error) {
      this.#note('error', characteristic.uuid, '', toFaultCode(error));
      return false;
    }
  }

  #heard(what: 'read' | 'notified', uuid: string, value: DataView): void {
    this.#note(what, uuid, toHex(value), decodeValue(uuid, value, this.#name.value));
  }

  #note(what: LogLine['what'], characteristic: string | null, hex = '', text: string | null = null): void {
    this.log.add({ atMs: this.#parts.clock.now(), what, characteristic, hex, text });
  }
}

export function toFaultCode(error: unknown): BluetoothFaultCode {
  return error instanceof BluetoothFault ? error.code : 'gatt-error';
}
