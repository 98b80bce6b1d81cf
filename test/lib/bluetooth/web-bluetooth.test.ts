import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BluetoothFaultCode } from '../../../lib/bluetooth/fault';
import { bluetoothState, gattFault, webBluetooth } from '../../../lib/bluetooth/web-bluetooth';
import { type HeldClock, heldClock } from '../../../lib/core/clock';
import { catchFault } from '../../support/fault-of';

/** A browser's Web Bluetooth, as far as it is used. The messages are Chromium's (blink, bluetooth_error.cc). */
const SERVICE = '0000180d-0000-1000-8000-00805f9b34fb';
const EXTRA = '0000180f-0000-1000-8000-00805f9b34fb';
const WANTED = { services: [SERVICE], optionalServices: [EXTRA] };

class FakeCharacteristic extends EventTarget {
  readonly uuid = '00002a37-0000-1000-8000-00805f9b34fb';
  readonly properties = { read: true, write: true, writeWithoutResponse: true, notify: true, indicate: false };
  readonly written: { value: Uint8Array; response: boolean }[] = [];
  value: DataView | null = null;
  notifying = false;
  fails: unknown = null;

  async #answer<T>(value: T): Promise<T> {
    if (this.fails !== null) throw this.fails;
    return value;
  }
  readValue = () => this.#answer(new DataView(Uint8Array.of(1, 2).buffer));
  writeValueWithResponse = (value: Uint8Array<ArrayBuffer>) => this.#answer(void this.written.push({ value, response: true }));
  writeValueWithoutResponse = (value: Uint8Array<ArrayBuffer>) => this.#answer(void this.written.push({ value, response: false }));
  startNotifications = async () => {
    await this.#answer(null);
    this.notifying = true;
  };
  stopNotifications = async () => {
    this.notifying = false;
  };
  notify(...bytes: number[]): void {
    this.value = new DataView(Uint8Array.from(bytes).buffer);
    this.dispatchEvent(new Event('characteristicvaluechanged'));
  }
}

class FakeDevice extends EventTarget {
  readonly id = 'device 1';
  readonly name = 'Strap';
  readonly characteristic = new FakeCharacteristic();
  connectFails: unknown = null;
  serviceFails: unknown = null;
  readonly gatt = {
    connected: false,
    connect: async () => {
      if (this.connectFails !== null) throw this.connectFails;
      this.gatt.connected = true;
    },
    disconnect: () => {
      this.gatt.connected = false;
      this.dispatchEvent(new Event('gattserverdisconnected'));
    },
    getPrimaryService: async (uuid: string) => {
      if (this.serviceFails !== null) throw this.serviceFails;
      return { uuid, getCharacteristics: async () => [this.characteristic] };
    },
    getPrimaryServices: async (uuid: string) => {
      if (this.serviceFails !== null) throw this.serviceFails;
      return [this.characteristic, new FakeCharacteristic()].map((one) => ({ uuid, getCharacteristics: async () => [one] }));
    },
  };
}

const dom = (name: string, message: string) => new DOMException(message, name);

function browserWith(api: Partial<Record<keyof Bluetooth, unknown>> | undefined) {
  vi.stubGlobal('navigator', { bluetooth: api === undefined ? undefined : { getAvailability: async () => true, ...api } });
}

async function chosen(timer?: HeldClock) {
  const fake = new FakeDevice();
  const requestDevice = vi.fn(async () => fake);
  browserWith({ requestDevice });
  const device = await webBluetooth(timer).request(WANTED);
  await device.connect();
  const service = await device.service(SERVICE);
  const characteristic = service?.characteristics[0];
  if (characteristic === undefined) throw new Error('no characteristic');
  return { fake, requestDevice, device, characteristic };
}

afterEach(() => vi.unstubAllGlobals());

describe('the state of Bluetooth', () => {
  it('is reported for a browser without it', async () => {
    browserWith(undefined);
    expect(await bluetoothState()).toBe('unsupported');
    expect(await catchFault(webBluetooth().request(WANTED))).toBe('unsupported');
    expect(await webBluetooth().known()).toEqual([]);
  });

  it('is reported for a radio that is off or missing', async () => {
    const requestDevice = vi.fn();
    browserWith({ getAvailability: async () => false, requestDevice });
    expect(await bluetoothState()).toBe('adapter-off');
    expect(await catchFault(webBluetooth().request(WANTED))).toBe('adapter-off');
    expect(requestDevice).not.toHaveBeenCalled();
  });

  it('is available when everything is present', async () => {
    browserWith({});
    expect(await bluetoothState()).toBe('ready');
    expect(await webBluetooth().known()).toEqual([]);
  });
});

/** As Chromium after it has closed the page's connection to its Bluetooth service: nothing is answered, nothing fails. */
describe('a browser that no longer answers', () => {
  const silent = () => new Promise<never>(() => {});
  const held = heldClock(0);

  it('is named when a device is to be chosen, and no chooser is asked for', async () => {
    const requestDevice = vi.fn(silent);
    browserWith({ getAvailability: silent, requestDevice });
    const fault = catchFault(webBluetooth(held).request(WANTED));
    await held.advance(10_000);
    expect(await fault).toBe('browser-silent');
    expect(requestDevice).not.toHaveBeenCalled();
  });

  it('is named when a device is to be connected, until it answers again', async () => {
    const { device } = await chosen(held);
    device.disconnect();
    browserWith({ getAvailability: silent });
    const fault = catchFault(device.connect());
    await held.advance(10_000);
    expect([await fault, device.connected]).toEqual(['browser-silent', false]);
    browserWith({});
    await device.connect();
    expect(device.connected).toBe(true);
  });

  it('does not connect a device that was disconnected before the browser answered', async () => {
    const { device } = await chosen(held);
    device.disconnect();
    let answer = (_: boolean) => {};
    browserWith({ getAvailability: () => new Promise<boolean>((resolve) => (answer = resolve)) });
    const fault = catchFault(device.connect());
    device.disconnect();
    answer(true);
    expect([await fault, device.connected]).toEqual(['aborted', false]);
  });
});

describe('the chooser', () => {
  it('shows devices with the service, and allows the services used afterwards', async () => {
    const { requestDevice, device } = await chosen();
    expect(requestDevice).toHaveBeenCalledWith({ filters: [{ services: [SERVICE] }], optionalServices: [EXTRA] });
    expect([device.id, device.name, device.connected]).toEqual(['device 1', 'Strap', true]);
  });

  it.each<[string, string, BluetoothFaultCode]>([
    ['NotFoundError', 'User cancelled the requestDevice() chooser.', 'dismissed'],
    ['NotFoundError', 'Bluetooth adapter not available.', 'adapter-off'],
    ['SecurityError', 'Must be handling a user gesture to show a permission request.', 'no-gesture'],
    ['NetworkError', 'Something else.', 'gatt-error'],
  ])('%s: %s', async (name, message, code) => {
    browserWith({ requestDevice: () => Promise.reject(dom(name, message)) });
    expect(await catchFault(webBluetooth().request(WANTED))).toBe(code);
  });

  // The advice about an empty list must not be shown for a list that never opened: Brave answers the first of these.
  it.each([
    'Web Bluetooth API globally disabled.',
    'User or their enterprise policy has disabled Web Bluetooth.',
    'User denied the browser permission to scan for Bluetooth devices.',
    'Bluetooth Low Energy not available.',
  ])('does not report a chooser as dismissed that the browser refused to open: %s', async (message) => {
    browserWith({ requestDevice: () => Promise.reject(dom('NotFoundError', message)) });
    expect(await catchFault(webBluetooth().request(WANTED))).not.toBe('dismissed');
  });

  it('lists devices that were allowed before, where the browser reports them', async () => {
    browserWith({ getDevices: async () => [new FakeDevice()] });
    expect((await webBluetooth().known()).map(({ id }) => id)).toEqual(['device 1']);
  });
});

describe('the link', () => {
  it('reports a failed connect', async () => {
    const { fake, device } = await chosen();
    fake.connectFails = dom('NetworkError', 'Connection attempt failed.');
    expect(await catchFault(device.connect())).toBe('out-of-range');
  });

  it('reports a loss until the listener is removed', async () => {
    const { fake, device } = await chosen();
    let lost = 0;
    const away = device.onDisconnected(() => lost++);
    fake.gatt.disconnect();
    away();
    fake.gatt.disconnect();
    expect([lost, device.connected]).toEqual([1, false]);
  });

  it('returns null for a service that the device lacks or that was not requested', async () => {
    const { fake, device } = await chosen();
    fake.serviceFails = dom('NotFoundError', `No Services matching UUID ${EXTRA} found in Device.`);
    expect(await device.service(EXTRA)).toBeNull();
    fake.serviceFails = dom('SecurityError', 'Origin is not allowed to access the service.');
    expect(await device.service(EXTRA)).toBeNull();
  });

  it('returns all services with one UUID, and none for a missing one', async () => {
    const { fake, device, characteristic } = await chosen();
    const services = (await device.services?.(EXTRA)) ?? [];
    expect(services.map(({ uuid, characteristics }) => [uuid, characteristics.length])).toEqual([
      [EXTRA, 1],
      [EXTRA, 1],
    ]);
    await services[0]?.characteristics[0]?.write(Uint8Array.of(7), true);
    expect([fake.characteristic.written.length, characteristic.uuid]).toEqual([1, services[1]?.characteristics[0]?.uuid]);
    fake.serviceFails = dom('NotFoundError', `No Services matching UUID ${EXTRA} found in Device.`);
    expect(await device.services?.(EXTRA)).toEqual([]);
    fake.serviceFails = dom('NetworkError', 'GATT Server is disconnected. Cannot retrieve services.');
    expect(await catchFault(device.services?.(EXTRA) ?? Promise.resolve())).toBe('disconnected');
  });

  it('reports a fault, not an absence, for a service without a link', async () => {
    const { fake, device } = await chosen();
    fake.serviceFails = dom('NetworkError', 'GATT Server is disconnected. Cannot retrieve services.');
    expect(await catchFault(device.service(SERVICE))).toBe('disconnected');
  });

  // Chromium's answer for a service whose characteristics are all on its blocklist, such as the serial number alone.
  it('returns a service without characteristics', async () => {
    const { fake, device } = await chosen();
    fake.gatt.getPrimaryService = async (uuid) => ({
      uuid,
      getCharacteristics: () => Promise.reject(dom('NotFoundError', `No Characteristics found in service with UUID ${uuid}.`)),
    });
    const service = await device.service(EXTRA);
    expect(service?.characteristics ?? []).toEqual([]);
  });
});

describe('a characteristic', () => {
  it('is read', async () => {
    const { characteristic } = await chosen();
    expect((await characteristic.read()).byteLength).toBe(2);
  });

  it('is written with and without response: exactly the bytes of the view', async () => {
    const { fake, characteristic } = await chosen();
    const bytes = Uint8Array.of(9, 1, 2, 9).subarray(1, 3);
    await characteristic.write(bytes, true);
    await characteristic.write(bytes, false);
    bytes.fill(7);
    expect(fake.characteristic.written).toEqual([
      { value: Uint8Array.of(1, 2), response: true },
      { value: Uint8Array.of(1, 2), response: false },
    ]);
    expect(fake.characteristic.written[0]?.value.buffer.byteLength).toBe(2);
  });

  it('sends notifications until stopped', async () => {
    const { fake, characteristic } = await chosen();
    const heard: number[] = [];
    const stop = await characteristic.subscribe((value) => heard.push(value.getUint8(0)));
    fake.characteristic.notify(1);
    fake.characteristic.notify(2);
    await stop();
    fake.characteristic.notify(3);
    expect([heard, fake.characteristic.notifying]).toEqual([[1, 2], false]);
  });

  it('loses no notification that arrives while notifications are being enabled', async () => {
    const { fake, characteristic } = await chosen();
    const heard: number[] = [];
    const start = fake.characteristic.startNotifications;
    fake.characteristic.startNotifications = async () => {
      await start();
      fake.characteristic.notify(5);
    };
    await characteristic.subscribe((value) => heard.push(value.getUint8(0)));
    expect(heard).toEqual([5]);
  });

  it('leaves no listener behind when it refuses to notify', async () => {
    const { fake, characteristic } = await chosen();
    const heard: number[] = [];
    fake.characteristic.fails = dom('NotSupportedError', 'GATT Error: Not supported.');
    expect(await catchFault(characteristic.subscribe((value) => heard.push(value.getUint8(0))))).toBe('not-supported');
    fake.characteristic.notify(1);
    expect(heard).toEqual([]);
  });
});

describe('the browser’s errors', () => {
  it.each<[string, string, BluetoothFaultCode]>([
    ['NetworkError', 'GATT operation already in progress.', 'in-progress'],
    ['NetworkError', 'GATT Server is disconnected. Cannot perform GATT operations.', 'disconnected'],
    ['NetworkError', 'Connection attempt failed.', 'out-of-range'],
    ['NetworkError', 'Bluetooth Device is no longer in range.', 'out-of-range'],
    ['NotSupportedError', 'GATT operation not permitted.', 'not-permitted'],
    ['NotSupportedError', 'GATT operation failed for unknown reason.', 'gatt-error'],
    ['NotSupportedError', 'GATT Error: Not supported.', 'not-supported'],
    ['SecurityError', 'writeValue() called on blocklisted object marked exclude-writes.', 'not-permitted'],
    ['AbortError', 'Aborted.', 'aborted'],
    ['InvalidStateError', 'Whatever.', 'gatt-error'],
  ])('%s: %s', (name, message, code) => {
    const error = dom(name, message);
    const fault = gattFault(error);
    expect([fault.code, fault.cause]).toEqual([code, error]);
  });

  it('keeps our own faults, and turns any other error into a fault', () => {
    const ours = gattFault(dom('AbortError', 'x'));
    expect(gattFault(ours)).toBe(ours);
    expect(gattFault(new TypeError('x')).code).toBe('gatt-error');
  });
});
