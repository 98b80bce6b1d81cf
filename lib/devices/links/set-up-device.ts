import { BluetoothFault } from '../../bluetooth/fault';
import type { Link } from '../../bluetooth/link';
import type { Reading } from '../../bluetooth/services';
import { batteryUuids, decodeBatteryLevel } from '../../bluetooth/services/battery';
import { type DeviceText, decodeDeviceText, deviceInformationUuids, deviceTexts } from '../../bluetooth/services/device-information';
import type { GattCharacteristic, GattService } from '../../bluetooth/transport';
import type { DeviceKind } from '../../storage';
import type { ReadingSource } from './reading-sources';

export interface SetUpListeners {
  readonly kind: (kind: DeviceKind) => void;
  /** The current readings of one source; they replace its earlier ones. */
  readonly readings: (source: ReadingSource, readings: readonly Reading[]) => void;
  readonly texts: (texts: Readonly<Partial<Record<DeviceText, string>>>) => void;
  readonly battery: (percent: number) => void;
  /** Reports something that could not be read or was refused. It is logged, and the set-up continues. */
  readonly reportUnexpected: (what: string) => void;
}

/**
 * Sets up a new link: first the live readings, then device information and battery, each of which a device may lack. Throws `not-supported`
 * when sources are given and the device has none of them.
 */
export async function setUpDevice(
  link: Link,
  name: string | null,
  sources: readonly ReadingSource[],
  listeners: SetUpListeners,
): Promise<void> {
  const gatt = new Discovered(link, listeners);
  let found: ReadingSource | null = null;
  for (const source of sources) {
    const characteristic = await gatt.find(source.service, source.characteristic);
    if (characteristic === null) continue;
    if (found === null) listeners.kind(source.device);
    found ??= source;
    const read = source.reader(name);
    await gatt.follow(characteristic, (value) => {
      const reading = read(value);
      if (!reading.ok) listeners.reportUnexpected(`${source.characteristic}: ${reading.error.name}`);
      else if (reading.value !== null) listeners.readings(source, reading.value);
    });
  }
  if (found === null && sources.length > 0) throw new BluetoothFault('not-supported');
  listeners.texts(await readTexts(gatt));
  const level = await gatt.find(batteryUuids.service, batteryUuids.level);
  if (level === null) return;
  await gatt.follow(level, (value) => {
    const read = decodeBatteryLevel(value);
    if (read.ok) listeners.battery(read.value);
    else listeners.reportUnexpected(`battery level: ${read.error.name}`);
  });
}

async function readTexts(gatt: Discovered): Promise<Partial<Record<DeviceText, string>>> {
  const texts: Partial<Record<DeviceText, string>> = {};
  for (const { key, uuid } of deviceTexts) {
    const characteristic = await gatt.find(deviceInformationUuids.service, uuid);
    const value = characteristic === null ? null : await gatt.read(characteristic);
    const read = value === null ? null : decodeDeviceText(value);
    if (read?.ok && read.value !== '') texts[key] = read.value;
  }
  return texts;
}

/** The services of one link, each requested once. A refusal is reported, and the set-up continues; a lost link throws. */
class Discovered {
  readonly #link: Link;
  readonly #listeners: SetUpListeners;
  readonly #services = new Map<string, GattService | null>();

  constructor(link: Link, listeners: SetUpListeners) {
    this.#link = link;
    this.#listeners = listeners;
  }

  async find(service: string, uuid: string): Promise<GattCharacteristic | null> {
    if (!this.#services.has(service)) {
      this.#services.set(service, (await this.#ignoring(service, () => this.#link.service(service))) ?? null);
    }
    return this.#services.get(service)?.characteristics.find((one) => one.uuid === uuid) ?? null;
  }

  async read(characteristic: GattCharacteristic): Promise<DataView | null> {
    if (!characteristic.properties.read) return null;
    return (await this.#ignoring(characteristic.uuid, () => this.#link.read(characteristic))) ?? null;
  }

  /** Passes on the current value, where it can be read, and every later one. */
  async follow(characteristic: GattCharacteristic, heard: (value: DataView) => void): Promise<void> {
    const now = await this.read(characteristic);
    if (now !== null) heard(now);
    const { notify, indicate } = characteristic.properties;
    if (notify || indicate) await this.#ignoring(characteristic.uuid, () => this.#link.subscribe(characteristic, heard));
  }

  async #ignoring<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BluetoothFault) || error.code === 'disconnected' || error.code === 'aborted') throw error;
      this.#listeners.reportUnexpected(`${what}: ${error.code}`);
      return undefined;
    }
  }
}
