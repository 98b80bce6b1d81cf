import { type Clock, clock } from '../core/clock';
import { BluetoothFault, type BluetoothFaultCode } from './fault';
import { limited } from './operation-queue';
import type { DeviceRequest, GattCharacteristic, GattDevice, GattService, Transport } from './transport';

/** Web Bluetooth as browsers ship it: the published types also describe methods that some browsers lack, or hide behind a flag. */
type ShippedBluetooth = Omit<Bluetooth, 'getDevices'> & Partial<Pick<Bluetooth, 'getDevices'>>;
type ShippedDevice = Omit<BluetoothDevice, 'forget'> & Partial<Pick<BluetoothDevice, 'forget'>>;

/** The browser answers this in a few milliseconds, without the radio. */
const ANSWER_MS = 5000;

/** Undefined in browsers without Web Bluetooth. */
const webApi = (): ShippedBluetooth | undefined => navigator.bluetooth;

/**
 * The browser's Web Bluetooth behind the transport interface. Keeps only the browser's own objects. Only the app tab may use it: popups and
 * side panels cannot show the chooser.
 */
export function webBluetooth(timer: Pick<Clock, 'wait'> = clock): Transport {
  return {
    kind: 'web-bluetooth',
    async request(wanted: DeviceRequest) {
      const bluetooth = await ready(timer);
      try {
        const optionalServices = [...wanted.optionalServices];
        const filters = [
          ...wanted.services.map((service) => ({ services: [service] })),
          ...(wanted.names ?? []).map((name) => ({ name })),
          ...(wanted.namePrefixes ?? []).map((namePrefix) => ({ namePrefix })),
        ];
        const device = await bluetooth.requestDevice(
          filters.length === 0 ? { acceptAllDevices: true, optionalServices } : { filters, optionalServices },
        );
        return webDevice(device, timer);
      } catch (error) {
        throw requestFault(error);
      }
    },
    async known() {
      const bluetooth = webApi();
      if (bluetooth?.getDevices === undefined) return [];
      try {
        return (await bluetooth.getDevices()).map((device) => webDevice(device, timer));
      } catch (error) {
        // The chooser still works.
        console.error('getDevices', error);
        return [];
      }
    },
  };
}

/** Whether this browser supports Bluetooth, and has a radio that is switched on. */
export async function bluetoothState(): Promise<'ready' | 'unsupported' | 'adapter-off'> {
  const bluetooth = webApi();
  if (bluetooth === undefined) return 'unsupported';
  return (await bluetooth.getAvailability()) ? 'ready' : 'adapter-off';
}

async function ready(timer: Pick<Clock, 'wait'>): Promise<ShippedBluetooth> {
  const state = await answered(timer);
  const api = webApi();
  if (state !== 'ready' || api === undefined) throw new BluetoothFault(state === 'adapter-off' ? 'adapter-off' : 'unsupported');
  return api;
}

/**
 * As `bluetoothState`. Throws `browser-silent` when no answer comes: Chromium closes a page's connection to its Bluetooth service when an
 * error arrives for a characteristic that has just been removed, and from then on nothing that the page asks is answered or fails.
 */
async function answered(timer: Pick<Clock, 'wait'>): ReturnType<typeof bluetoothState> {
  try {
    return await limited(timer, bluetoothState(), ANSWER_MS);
  } catch (error) {
    throw error instanceof BluetoothFault && error.code === 'timeout' ? new BluetoothFault('browser-silent') : error;
  }
}

function requestFault(error: unknown): BluetoothFault {
  if (error instanceof DOMException) {
    if (error.name === 'NotFoundError') return new BluetoothFault(notFoundCode(error.message), undefined, { cause: error });
    if (error.name === 'SecurityError') return new BluetoothFault('no-gesture', undefined, { cause: error });
  }
  return new BluetoothFault('gatt-error', undefined, { cause: error });
}

/** Chromium uses one error name for a chooser that the user closed and one that it could not open. Only the message differs. */
function notFoundCode(message: string): BluetoothFaultCode {
  if (/cancel/i.test(message)) return 'dismissed';
  return /adapter|low energy/i.test(message) ? 'adapter-off' : 'unsupported';
}

/** Converts the browser's errors into ours by name, or by message if they share a name. */
export function gattFault(error: unknown): BluetoothFault {
  if (error instanceof BluetoothFault) return error;
  if (!(error instanceof DOMException)) return new BluetoothFault('gatt-error', undefined, { cause: error });
  if (/already in progress/i.test(error.message)) return new BluetoothFault('in-progress', undefined, { cause: error });
  if (/not ready/i.test(error.message)) return new BluetoothFault('adapter-off', undefined, { cause: error });
  if (/disconnected/i.test(error.message)) return new BluetoothFault('disconnected', undefined, { cause: error });
  switch (error.name) {
    case 'NetworkError':
      return new BluetoothFault('out-of-range', undefined, { cause: error });
    case 'NotSupportedError':
      // Chromium uses this name for every unsuccessful answer. Only the message distinguishes a refusal from a failure.
      if (/not permitted/i.test(error.message)) return new BluetoothFault('not-permitted', undefined, { cause: error });
      return new BluetoothFault(/not supported|unsupported/i.test(error.message) ? 'not-supported' : 'gatt-error', undefined, {
        cause: error,
      });
    case 'SecurityError':
      return new BluetoothFault('not-permitted', undefined, { cause: error });
    case 'AbortError':
      return new BluetoothFault('aborted', undefined, { cause: error });
    default:
      return new BluetoothFault('gatt-error', undefined, { cause: error });
  }
}

async function ours<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw gattFault(error);
  }
}

function webDevice(device: ShippedDevice, timer: Pick<Clock, 'wait'>): GattDevice {
  const gatt = device.gatt;
  let disconnects = 0;
  return {
    id: device.id,
    name: device.name ?? null,
    async connect() {
      if (gatt === undefined) throw new BluetoothFault('not-supported');
      const before = disconnects;
      await answered(timer);
      if (before !== disconnects) throw new BluetoothFault('aborted');
      await ours(gatt.connect());
    },
    disconnect() {
      disconnects++;
      gatt?.disconnect();
    },
    ...(device.forget === undefined ? {} : { forget: async () => device.forget?.() }),
    get connected() {
      return gatt?.connected ?? false;
    },
    onDisconnected(listener) {
      device.addEventListener('gattserverdisconnected', listener);
      return () => device.removeEventListener('gattserverdisconnected', listener);
    },
    async service(uuid) {
      if (gatt === undefined) throw new BluetoothFault('not-supported');
      return orAbsent(null, async () => webService(await gatt.getPrimaryService(uuid)));
    },
    async services(uuid) {
      if (gatt === undefined) throw new BluetoothFault('not-supported');
      return orAbsent([], async () => {
        const found: GattService[] = [];
        // One after another: an adapter runs only one operation at a time.
        for (const service of await gatt.getPrimaryServices(uuid)) found.push(await webService(service));
        return found;
      });
    },
  };
}

/** Returns `absent` for a service that the device lacks or the user did not allow. Throws any other fault. */
async function orAbsent<T>(absent: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'SecurityError')) return absent;
    throw gattFault(error);
  }
}

async function webService(service: BluetoothRemoteGATTService): Promise<GattService> {
  const characteristics = await service.getCharacteristics().catch((error: unknown) => {
    // The browser's blocklist may hide every characteristic; then the service has none, which is no failure.
    if (error instanceof DOMException && error.name === 'NotFoundError') return [];
    throw gattFault(error);
  });
  return { uuid: service.uuid, characteristics: characteristics.map(webCharacteristic) };
}

function webCharacteristic(characteristic: BluetoothRemoteGATTCharacteristic): GattCharacteristic {
  return {
    uuid: characteristic.uuid,
    properties: {
      read: characteristic.properties.read,
      write: characteristic.properties.write,
      writeWithoutResponse: characteristic.properties.writeWithoutResponse,
      notify: characteristic.properties.notify,
      indicate: characteristic.properties.indicate,
    },
    read: () => ours(characteristic.readValue()),
    write(bytes, response) {
      // Copy the bytes: later writes to a larger buffer would change a view into it.
      const value = Uint8Array.from(bytes);
      return ours(response ? characteristic.writeValueWithResponse(value) : characteristic.writeValueWithoutResponse(value));
    },
    async subscribe(listener) {
      const heard = () => {
        const value = characteristic.value;
        if (value !== undefined && value !== null) listener(value);
      };
      characteristic.addEventListener('characteristicvaluechanged', heard);
      try {
        await ours(characteristic.startNotifications());
      } catch (error) {
        characteristic.removeEventListener('characteristicvaluechanged', heard);
        throw error;
      }
      return async () => {
        characteristic.removeEventListener('characteristicvaluechanged', heard);
        await ours(characteristic.stopNotifications());
      };
    },
  };
}
