import { describe, expect, it } from 'vitest';
import { BluetoothFault, type BluetoothFaultCode } from '../../../lib/bluetooth/fault';
import type { Link } from '../../../lib/bluetooth/link';
import { batteryUuids } from '../../../lib/bluetooth/services/battery';
import { deviceInformationUuids } from '../../../lib/bluetooth/services/device-information';
import { type HeartRateMeasurement, heartRateUuids } from '../../../lib/bluetooth/services/heart-rate';
import { STRAP_REQUEST, type StrapIdentity, setUpStrap } from '../../../lib/bluetooth/strap';
import { heldClock } from '../../../lib/core/clock';
import { type StrapOptions, simulatedStrap } from '../../../lib/simulated/strap';
import { simulatedTransport } from '../../../lib/simulated/transport';
import { catchFault } from '../../support/fault-of';
import { toSimulatedTime } from '../../support/flaky-transport';

interface Refusals {
  /** Characteristics that answer a read or a subscription like this. */
  readonly refused?: Readonly<Record<string, BluetoothFaultCode>>;
  /** Services that are missing, or whose discovery ends like this. */
  readonly services?: Readonly<Record<string, 'absent' | BluetoothFaultCode>>;
}

/** A link to a simulated strap, and the requests made to it, in order. */
async function set(strap: Partial<StrapOptions> = {}, { refused = {}, services = {} }: Refusals = {}) {
  const clock = heldClock(0);
  const device = await simulatedTransport([simulatedStrap({ rr: [1000, 900, 1100], ...strap })], toSimulatedTime(clock)).request(
    STRAP_REQUEST,
  );
  await device.connect();
  const asked: string[] = [];
  const ask = (what: string, uuid: string) => {
    asked.push(`${what} ${uuid.slice(4, 8)}`);
    const fault = refused[uuid];
    if (fault !== undefined) throw new BluetoothFault(fault);
  };
  const link: Link = {
    service: async (uuid) => {
      const end = services[uuid];
      if (end !== undefined && end !== 'absent') throw new BluetoothFault(end);
      return end === 'absent' ? null : device.service(uuid);
    },
    read: async (characteristic) => {
      ask('read', characteristic.uuid);
      return characteristic.read();
    },
    write: (characteristic, bytes, response) => characteristic.write(bytes, response),
    subscribe: async (characteristic, listener) => {
      ask('subscribe', characteristic.uuid);
      await characteristic.subscribe(listener);
    },
  };
  const heard = {
    measurements: [] as HeartRateMeasurement[],
    identities: [] as StrapIdentity[],
    battery: [] as number[],
    reported: [] as string[],
  };
  const setUp = () =>
    setUpStrap(link, {
      measurement: (one) => heard.measurements.push(one),
      identity: (one) => heard.identities.push(one),
      battery: (percent) => heard.battery.push(percent),
      reportUnexpected: (what) => heard.reported.push(what),
    });
  return { clock, device, asked, setUp, ...heard };
}

describe('setting up a strap', () => {
  it('reports its beats, location, maker and battery', async () => {
    const { clock, setUp, measurements, identities, battery, reported } = await set({
      location: 'chest',
      battery: { startPct: 80, drainPctPerHour: 60 },
      information: { manufacturer: 'Acme', model: 'Belt', firmware: '2.1' },
    });
    await setUp();
    expect(identities).toEqual([{ location: 'chest', texts: { manufacturer: 'Acme', model: 'Belt', firmware: '2.1', hardware: '1' } }]);
    expect(battery).toEqual([80]);
    await clock.advance(130_000);
    expect(measurements.flatMap(({ rrTicks }) => rrTicks)).toEqual([1024, 922, 1126]);
    expect(battery.slice(0, 3)).toEqual([80, 79, 78]);
    expect(reported).toEqual([]);
  });

  it('subscribes to the beats before anything else', async () => {
    const { asked, setUp } = await set();
    await setUp();
    expect(asked[0]).toBe('subscribe 2a37');
    expect(asked.slice(1).some((what) => what.startsWith('read'))).toBe(true);
  });

  it('never requests the serial number, which Web Bluetooth forbids', async () => {
    const { asked, setUp } = await set();
    await setUp();
    expect(asked.join()).not.toContain('2a25');
  });
});

describe('a device without', () => {
  it('heart rate is not a strap', async () => {
    const { setUp } = await set({}, { services: { [heartRateUuids.service]: 'absent' } });
    expect(await catchFault(setUp())).toBe('not-supported');
  });

  it('battery and device information is still a strap', async () => {
    const absent = { [batteryUuids.service]: 'absent', [deviceInformationUuids.service]: 'absent' } as const;
    const { clock, setUp, measurements, identities, battery, reported } = await set({}, { services: absent });
    await setUp();
    await clock.advance(5000);
    expect([identities, battery, reported]).toEqual([[{ location: 'chest', texts: {} }], [], []]);
    expect(measurements.flatMap(({ rrTicks }) => rrTicks)).toHaveLength(3);
  });
});

describe('a strap that refuses', () => {
  const extras = [heartRateUuids.bodySensorLocation, deviceInformationUuids.model, batteryUuids.level];

  it.each(['not-permitted', 'gatt-error', 'timeout'] as const)(
    'its optional services with %s still delivers beats; each refusal is logged',
    async (code) => {
      const refused = Object.fromEntries(extras.map((uuid) => [uuid, code]));
      const { clock, setUp, measurements, identities, battery, reported } = await set({}, { refused });
      await setUp();
      await clock.advance(5000);
      expect(measurements.flatMap(({ rrTicks }) => rrTicks)).toHaveLength(3);
      expect(identities[0]?.location).toBeNull();
      expect(identities[0]?.texts).toEqual({ manufacturer: 'Rebound', firmware: '1.0.0', hardware: '1' });
      expect(battery).toEqual([]);
      expect(reported.length).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(['disconnected', 'aborted'] as const)('anything because the link is gone (%s) is not set up', async (code) => {
    const { setUp, identities } = await set({}, { refused: { [heartRateUuids.bodySensorLocation]: code } });
    expect(await catchFault(setUp())).toBe(code);
    expect(identities).toEqual([]);
  });

  it('its beats is not set up', async () => {
    const { setUp } = await set({}, { refused: { [heartRateUuids.measurement]: 'gatt-error' } });
    expect(await catchFault(setUp())).toBe('gatt-error');
  });

  // A failing discovery of an optional service must not end the set-up. A Device Information service with only a serial number shows no
  // characteristic, and Chromium answers NotFoundError.
  it.each([batteryUuids.service, deviceInformationUuids.service])(
    'an optional service completely (%s) still delivers beats',
    async (uuid) => {
      const { clock, setUp, measurements } = await set({}, { services: { [uuid]: 'gatt-error' } });
      await setUp();
      await clock.advance(5000);
      expect(measurements.flatMap(({ rrTicks }) => rrTicks)).toHaveLength(3);
    },
  );
});

describe('an unreadable packet', () => {
  it('is logged, and the next one is read', async () => {
    const listeners: ((value: DataView) => void)[] = [];
    const measurements: HeartRateMeasurement[] = [];
    const reported: string[] = [];
    const characteristic = {
      uuid: heartRateUuids.measurement,
      properties: { read: false, write: false, writeWithoutResponse: false, notify: true, indicate: false },
      read: () => Promise.reject(new BluetoothFault('not-permitted')),
      write: () => Promise.reject(new BluetoothFault('not-permitted')),
      subscribe: () => Promise.reject(new BluetoothFault('not-permitted')),
    };
    const link: Link = {
      service: async (uuid) => (uuid === heartRateUuids.service ? { uuid, characteristics: [characteristic] } : null),
      read: (one) => one.read(),
      write: (one, bytes, response) => one.write(bytes, response),
      subscribe: async (_, listener) => void listeners.push(listener),
    };
    await setUpStrap(link, {
      measurement: (one) => measurements.push(one),
      identity: () => {},
      battery: () => {},
      reportUnexpected: (what) => reported.push(what),
    });
    // Flags that announce a 16-bit heart rate with only one byte; then 60 bpm with one interval of a second.
    listeners[0]?.(new DataView(Uint8Array.of(0x01, 60).buffer));
    listeners[0]?.(new DataView(Uint8Array.of(0x10, 60, 0, 4).buffer));
    expect([reported.length, measurements.map(({ rrTicks }) => rrTicks)]).toEqual([1, [[1024]]]);
  });
});
