import { BluetoothFault } from './fault';
import type { Link } from './link';
import { batteryUuids, decodeBatteryLevel } from './services/battery';
import { type DeviceText, decodeDeviceText, deviceInformationUuids, deviceTexts } from './services/device-information';
import {
  type BodySensorLocation,
  decodeBodySensorLocation,
  decodeHeartRateMeasurement,
  type HeartRateMeasurement,
  heartRateUuids,
} from './services/heart-rate';
import { polarPmdUuids } from './services/polar-pmd';
import type { DeviceRequest, GattCharacteristic, GattService } from './transport';

/** The chooser's filters for a heart-rate strap. */
export const STRAP_REQUEST: DeviceRequest = {
  services: [heartRateUuids.service],
  optionalServices: [batteryUuids.service, deviceInformationUuids.service, polarPmdUuids.service],
};

/** How a strap describes itself. Null for what it does not say. */
export interface StrapIdentity {
  readonly location: BodySensorLocation | null;
  readonly texts: Readonly<Partial<Record<DeviceText, string>>>;
}

export interface StrapListeners {
  readonly measurement: (measurement: HeartRateMeasurement) => void;
  readonly identity: (identity: StrapIdentity) => void;
  readonly battery: (percent: number) => void;
  /** A packet that could not be read, or an optional part that the strap refused; for the log, no reason to stop. */
  readonly reportUnexpected: (what: string) => void;
}

/**
 * Sets up a new link to a strap: first heart rate, because beats cannot wait; then location, battery and device information, each of which
 * a strap may lack. Throws `not-supported` if the device has no heart-rate measurement.
 */
export async function setUpStrap(link: Link, listeners: StrapListeners): Promise<void> {
  const heart = await link.service(heartRateUuids.service);
  const measurement = find(heart, heartRateUuids.measurement);
  if (measurement === null) throw new BluetoothFault('not-supported');
  await link.subscribe(measurement, (value) => {
    const read = decodeHeartRateMeasurement(value);
    if (read.ok) listeners.measurement(read.value);
    else listeners.reportUnexpected(`heart rate measurement: ${read.error.name}`);
  });
  const [location, texts] = [await readLocation(link, heart, listeners), await readTexts(link, listeners)];
  listeners.identity({ location, texts });
  await watchBattery(link, listeners);
}

async function readLocation(link: Link, heart: GattService | null, listeners: StrapListeners): Promise<BodySensorLocation | null> {
  const value = await optional(link, find(heart, heartRateUuids.bodySensorLocation), listeners);
  const read = value === null ? null : decodeBodySensorLocation(value);
  return read?.ok ? read.value : null;
}

async function readTexts(link: Link, listeners: StrapListeners): Promise<StrapIdentity['texts']> {
  const service = await optionalService(link, deviceInformationUuids.service, listeners);
  const texts: Partial<Record<DeviceText, string>> = {};
  for (const { key, uuid } of deviceTexts) {
    const value = await optional(link, find(service, uuid), listeners);
    const read = value === null ? null : decodeDeviceText(value);
    if (read?.ok && read.value !== '') texts[key] = read.value;
  }
  return texts;
}

async function watchBattery(link: Link, listeners: StrapListeners): Promise<void> {
  const level = find(await optionalService(link, batteryUuids.service, listeners), batteryUuids.level);
  const heard = (value: DataView) => {
    const read = decodeBatteryLevel(value);
    if (read.ok) listeners.battery(read.value);
    else listeners.reportUnexpected(`battery level: ${read.error.name}`);
  };
  const value = await optional(link, level, listeners);
  if (value !== null) heard(value);
  if (level?.properties.notify) await ignoring(listeners, 'battery level', () => link.subscribe(level, heard));
}

function find(service: GattService | null, uuid: string): GattCharacteristic | null {
  return service?.characteristics.find((characteristic) => characteristic.uuid === uuid) ?? null;
}

async function optionalService(link: Link, uuid: string, listeners: StrapListeners): Promise<GattService | null> {
  return (await ignoring(listeners, uuid, () => link.service(uuid))) ?? null;
}

async function optional(link: Link, characteristic: GattCharacteristic | null, listeners: StrapListeners): Promise<DataView | null> {
  if (!characteristic?.properties.read) return null;
  return (await ignoring(listeners, characteristic.uuid, () => link.read(characteristic))) ?? null;
}

/** A refused optional part is no reason to give up the beats; a lost link is. */
async function ignoring<T>(listeners: StrapListeners, what: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BluetoothFault) || lostLink(error)) throw error;
    listeners.reportUnexpected(`${what}: ${error.code}`);
    return undefined;
  }
}

function lostLink(fault: BluetoothFault): boolean {
  return fault.code === 'disconnected' || fault.code === 'aborted';
}
