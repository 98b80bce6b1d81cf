import { describe, expect, it } from 'vitest';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import { fitnessMachineUuids } from '../../../../lib/bluetooth/services/fitness-machine';
import type { GattDevice, Transport } from '../../../../lib/bluetooth/transport';
import { heldClock } from '../../../../lib/core/clock';
import { Inspector } from '../../../../lib/devices/inspector/inspector';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { simulatedTreadmill } from '../../../../lib/simulated/treadmill';
import { toSimulatedTime } from '../../../support/flaky-transport';
import { START_MS } from '../../../support/packets';
import { settled } from '../../../support/until';

function makeInspector(take = true, tampered: (device: GattDevice) => GattDevice = (device) => device) {
  const clock = heldClock(START_MS);
  const model = simulatedTreadmill();
  const radio = simulatedTransport([model], toSimulatedTime(clock));
  const asked: (readonly string[])[] = [];
  // Without requested services, a browser shows every device.
  const transport: Transport = {
    ...radio,
    request: async ({ services, optionalServices }) => {
      asked.push(services, optionalServices);
      return tampered(await radio.request({ services: model.advertised, optionalServices }));
    },
  };
  const inspector = new Inspector({ transport, clock, random: () => 0.5, vendors: [], take: () => take });
  const key = (uuid: string) => inspector.services.value.flatMap((one) => one.characteristics).find((one) => one.uuid === uuid)?.key ?? '';
  const events = () => inspector.log.lines().map(({ what, text }) => (what === 'error' ? `${what} ${text}` : what));
  const pass = async (seconds: number) => {
    await clock.advance(seconds * 1000);
    await settled();
  };
  return { inspector, model, radio, asked, key, events, pass };
}

const { treadmillData, controlPoint, feature, status } = fitnessMachineUuids;

describe('the inspector', () => {
  it('requests every device, with the named services and the known ones', async () => {
    const { inspector, asked } = makeInspector();
    await inspector.pick(['0000ffe0-0000-1000-8000-00805f9b34fb']);
    expect(asked[0]).toEqual([]);
    expect(asked[1]).toContain('0000ffe0-0000-1000-8000-00805f9b34fb');
    expect(asked[1]).toContain(fitnessMachineUuids.service);
    expect(inspector.services.value.map(({ name }) => name)).toEqual(['device-information', 'fitness-machine']);
  });

  it('reads, subscribes, unsubscribes and writes, and logs all of it, decoded where possible', async () => {
    const { inspector, model, key, events, pass } = makeInspector();
    await inspector.pick([]);
    await inspector.read(key(feature));
    await inspector.subscribe(key(treadmillData));
    await pass(2.5);
    await inspector.unsubscribe(key(treadmillData));
    await pass(5);
    await inspector.subscribe(key(controlPoint));
    await inspector.write(key(controlPoint), Uint8Array.of(0));
    await pass(1);
    expect(events()).toEqual([
      'connected',
      'read',
      'subscribed',
      'notified',
      'notified',
      'unsubscribed',
      'subscribed',
      'wrote',
      'notified',
    ]);
    const lines = inspector.log.lines();
    expect(lines[1]?.text).toContain('features ["distance"');
    expect(lines[3]).toMatchObject({ characteristic: treadmillData, text: expect.stringContaining('speedKmh 0') });
    expect(lines[7]?.hex).toBe('00');
    expect(lines[8]).toMatchObject({ hex: '80 00 01', text: 'op 0, result ok' });
    expect(model.state(START_MS + 60_000).phase).toBe('idle');
  });

  it('shows both services with one UUID, each with its own values', async () => {
    const { inspector, events } = makeInspector(true, (device) => ({
      id: device.id,
      name: device.name,
      connected: device.connected,
      connect: () => device.connect(),
      disconnect: () => device.disconnect(),
      onDisconnected: (listener) => device.onDisconnected(listener),
      service: (uuid) => device.service(uuid),
      services: async (uuid) => {
        const service = await device.service(uuid);
        if (service === null) return [];
        if (uuid !== fitnessMachineUuids.service) return [service];
        const refused = () => Promise.reject(new BluetoothFault('not-permitted'));
        return [service, { uuid, characteristics: service.characteristics.map((one) => ({ ...one, read: refused })) }];
      },
    }));
    await inspector.pick([]);
    const both = inspector.services.value.filter(({ uuid }) => uuid === fitnessMachineUuids.service);
    expect([both.map(({ nth }) => nth), new Set(both.map((one) => one.key)).size]).toEqual([[1, 2], 2]);
    expect(inspector.services.value.filter(({ nth }) => nth === null)).toHaveLength(1);
    for (const service of both) await inspector.read(service.characteristics.find(({ uuid }) => uuid === feature)?.key ?? '');
    expect(events()).toEqual(['connected', 'read', 'error not-permitted']);
  });

  it('runs one operation at a time, whatever is pressed', async () => {
    let [under, most] = [0, 0];
    const { inspector, key, pass } = makeInspector(true, (device) => ({
      id: device.id,
      name: device.name,
      connected: device.connected,
      connect: () => device.connect(),
      disconnect: () => device.disconnect(),
      onDisconnected: (listener) => device.onDisconnected(listener),
      service: async (uuid) => {
        const service = await device.service(uuid);
        if (service === null) return null;
        const counted = service.characteristics.map((one) => ({
          ...one,
          read: async () => {
            most = Math.max(most, ++under);
            await settled(2);
            under--;
            return one.read();
          },
        }));
        return { uuid, characteristics: counted };
      },
    }));
    await inspector.pick([]);
    const reads = Array.from({ length: 5 }, () => inspector.read(key(feature)));
    await pass(1);
    await Promise.all(reads);
    expect([most, inspector.log.lines().filter(({ what }) => what === 'read').length]).toEqual([1, 5]);
  });

  it('logs a failed operation', async () => {
    const { inspector, key, events } = makeInspector();
    await inspector.pick([]);
    await inspector.read(key(status));
    await inspector.write(key(feature), Uint8Array.of(1));
    await inspector.read('no such characteristic');
    expect(events()).toEqual(['connected', 'error not-permitted', 'error not-permitted']);
  });

  it('subscribes again after a lost link', async () => {
    const { inspector, model, radio, key, events, pass } = makeInspector();
    await inspector.pick([]);
    await inspector.subscribe(key(treadmillData));
    radio.setInReach(model.address, false);
    radio.setInReach(model.address, true);
    await pass(2);
    expect(inspector.state.value).toBe('ready');
    expect(events().slice(0, 5)).toEqual(['connected', 'subscribed', 'lost', 'connected', 'subscribed']);
    expect(events()).toContain('notified');
  });

  it('leaves a strap alone that a check uses', async () => {
    const { inspector } = makeInspector(false);
    await inspector.pick([]);
    expect(inspector.fault.value).toBe('check-running');
    expect(inspector.state.value).not.toBe('ready');
  });

  it('keeps only the log after closing', async () => {
    const { inspector, key, events, pass } = makeInspector();
    await inspector.pick([]);
    await inspector.subscribe(key(treadmillData));
    inspector.close();
    inspector.close();
    await pass(5);
    expect(events()).toEqual(['connected', 'subscribed', 'closed']);
    expect([inspector.services.value, inspector.subscribed.value.size, inspector.state.value]).toEqual([[], 0, 'closed']);
  });
});
