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

/** A source that the device has. */
export interface FoundSource {
  readonly source: ReadingSource;
  readonly characteristic: GattCharacteristic;
}

/** When the next request of a look-up may be made. Throws when there is no link any more. */
export type Turn = () => Promise<void>;

const ALWAYS: Turn = async () => {};

/** Finds the sources that the device has, and tells its kind. Throws `not-supported` when sources are given and the device has none of them. */
export async function findSources(
  device: DeviceRequests,
  sources: readonly ReadingSource[],
  listeners: Pick<SetUpListeners, 'kind'>,
): Promise<readonly FoundSource[]> {
  const found: FoundSource[] = [];
  for (const source of sources) {
    const characteristic = await device.find(source.service, source.characteristic);
    if (characteristic === null) continue;
    if (found.length === 0) listeners.kind(source.device);
    found.push({ source, characteristic });
  }
  if (found.length === 0 && sources.length > 0) throw new BluetoothFault('not-supported');
  return found;
}

/** Passes on the readings of these sources, now and later. */
export async function followSources(
  device: DeviceRequests,
  name: string | null,
  found: readonly FoundSource[],
  listeners: Pick<SetUpListeners, 'readings' | 'reportUnexpected'>,
): Promise<void> {
  for (const { source, characteristic } of found) {
    const read = source.reader(name);
    await device.follow(characteristic, (value) => {
      const reading = read(value);
      if (!reading.ok) listeners.reportUnexpected(`${source.characteristic}: ${reading.error.name}`);
      else if (reading.value !== null) listeners.readings(source, reading.value);
    });
  }
}

/** Reads what the device says about itself, and follows its battery. A device may lack each of them. */
export async function lookUpDevice(
  device: DeviceRequests,
  listeners: Pick<SetUpListeners, 'texts' | 'battery' | 'reportUnexpected'>,
): Promise<void> {
  listeners.texts(await readTexts(device));
  const level = await device.find(batteryUuids.service, batteryUuids.level);
  if (level === null) return;
  await device.follow(level, (value) => {
    const read = decodeBatteryLevel(value);
    if (read.ok) listeners.battery(read.value);
    else listeners.reportUnexpected(`battery level: ${read.error.name}`);
  });
}

async function readTexts(device: DeviceRequests): Promise<Partial<Record<DeviceText, string>>> {
  const texts: Partial<Record<DeviceText, string>> = {};
  for (const { key, uuid } of deviceTexts) {
    const characteristic = await device.find(deviceInformationUuids.service, uuid);
    const value = characteristic === null ? null : await device.read(characteristic);
    const read = value === null ? null : decodeDeviceText(value);
    if (read?.ok && read.value !== '') texts[key] = read.value;
  }
  return texts;
}

/**
 * Requests to the device on one link; each service is requested once. A refusal is reported, and the set-up continues; a lost link throws.
 * What the device did not answer in time costs the link, so it is kept in `mute` and never requested again.
 */
export class DeviceRequests {
  readonly #link: Link;
  readonly #report: SetUpListeners['reportUnexpected'];
  readonly #turn: Turn;
  readonly #mute: Set<string>;
  readonly #services = new Map<string, GattService | null>();

  /** @param mute the caller keeps it longer than the link; left out: everything is requested on each link */
  constructor(link: Link, report: SetUpListeners['reportUnexpected'], turn: Turn = ALWAYS, mute: Set<string> = new Set()) {
    this.#link = link;
    this.#report = report;
    this.#turn = turn;
    this.#mute = mute;
  }

  async find(service: string, uuid: string): Promise<GattCharacteristic | null> {
    if (!this.#services.has(service)) {
      this.#services.set(service, (await this.#request(service, () => this.#link.service(service))) ?? null);
    }
    return this.#services.get(service)?.characteristics.find((one) => one.uuid === uuid) ?? null;
  }

  async read(characteristic: GattCharacteristic): Promise<DataView | null> {
    if (!characteristic.properties.read) return null;
    return (await this.#request(characteristic.uuid, () => this.#link.read(characteristic))) ?? null;
  }

  /** Passes on the current value, where it can be read, and every later one. */
  async follow(characteristic: GattCharacteristic, heard: (value: DataView) => void): Promise<void> {
    const now = await this.read(characteristic);
    if (now !== null) heard(now);
    const { notify, indicate } = characteristic.properties;
    if (notify || indicate) await this.#request(characteristic.uuid, () => this.#link.subscribe(characteristic, heard));
  }

  async #request<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    await this.#turn();
    if (this.#mute.has(what)) return undefined;
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BluetoothFault) || error.code === 'disconnected' || error.code === 'aborted') throw error;
      if (error.code === 'timeout') this.#mute.add(what);
      this.#report(`${what}: ${error.code}`);
      return undefined;
    }
  }
}
