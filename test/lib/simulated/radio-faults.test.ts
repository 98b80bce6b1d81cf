import { describe, expect, it } from 'vitest';
import { BluetoothFault, type BluetoothFaultCode } from '../../../lib/bluetooth/fault';
import { batteryUuids } from '../../../lib/bluetooth/services/battery';
import { encodeFitnessCommand, fitnessMachineUuids } from '../../../lib/bluetooth/services/fitness-machine';
import { heartRateUuids } from '../../../lib/bluetooth/services/heart-rate';
import type { GattCharacteristic, GattDevice } from '../../../lib/bluetooth/transport';
import type { ModelPacket } from '../../../lib/simulated/model';
import { type RadioFaultOptions, withRadioFaults } from '../../../lib/simulated/radio-faults';
import { replayStrap } from '../../../lib/simulated/replay';
import { simulatedTransport } from '../../../lib/simulated/transport';
import { simulatedTreadmill } from '../../../lib/simulated/treadmill';
import { heldTime } from './held-time';
import { play } from './run';

const rr = Array<number>(300).fill(1000);
const key = ({ characteristic, bytes }: ModelPacket) => `${characteristic} ${[...bytes]}`;
const faulty = (options: Omit<RadioFaultOptions, 'seed'>, seed = 1) =>
  withRadioFaults(replayStrap(rr.map((ms, i) => ms + i / 2)), { seed, ...options });
const clean = play(faulty({}));

describe('packets in bad air', () => {
  it('arrive unchanged when nothing goes wrong', () => expect(clean).toEqual(play(replayStrap(rr.map((ms, i) => ms + i / 2)))));

  it('are duplicated', () => {
    const heard = play(faulty({ chance: { duplicate: 0.3 } }));
    expect(heard.length).toBeGreaterThan(clean.length * 1.2);
    expect(new Set(heard.map(key))).toEqual(new Set(clean.map(key)));
  });

  it('have garbage between them', () => {
    const heard = play(faulty({ chance: { garbage: 0.5 } }));
    const own = new Set(clean.map(key));
    expect(heard.filter((packet) => own.has(key(packet))).map(key)).toEqual(clean.map(key));
    expect(heard.length).toBeGreaterThan(clean.length * 1.3);
    expect(Math.max(...heard.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(20);
  });

  it('are reordered: all arrive, some later', () => {
    const heard = play(faulty({ chance: { reordered: 0.4 } }));
    expect(heard.map(key)).not.toEqual(clean.map(key));
    expect(heard.map(key).sort()).toEqual(clean.map(key).sort());
    for (const [i, { atMs }] of heard.slice(1).entries()) expect(atMs).toBeGreaterThanOrEqual(heard[i]?.atMs ?? 0);
  });

  it('are late: in order, within the latency', () => {
    const heard = play(faulty({ latencyMs: { min: 20, max: 300 } }));
    expect(heard.map(key)).toEqual(clean.map(key));
    const delays = heard.map(({ atMs }, i) => atMs - (clean[i]?.atMs ?? 0));
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...delays)).toBeLessThanOrEqual(300);
  });

  it('on their way are lost with the link', () => {
    const strap = faulty({ latencyMs: { min: 500, max: 500 } });
    strap.connected(0);
    expect(strap.advance(1000)).toEqual([]);
    expect(strap.nextAtMs()).toBe(1500);
    strap.disconnected(1200);
    strap.connected(1300);
    expect(strap.advance(2000)).toEqual([]);
  });

  it('go wrong in the same way for the same seed', () => {
    const chance = { duplicate: 0.1, garbage: 0.1, reordered: 0.1 };
    expect(play(faulty({ chance }, 7))).toEqual(play(faulty({ chance }, 7)));
    expect(play(faulty({ chance }, 7))).not.toEqual(play(faulty({ chance }, 8)));
  });

  it('do not affect reads and writes in progress', () => {
    const strap = faulty({ chance: { 'in-progress': 0.5 } });
    strap.connected(0);
    const replies = Array.from({ length: 200 }, () => strap.read(batteryUuids.level, 0));
    const busy = replies.filter((reply) => !reply.ok && reply.fault === 'in-progress').length;
    expect(busy).toBeGreaterThan(70);
    expect(busy).toBeLessThan(130);
  });
});

async function fault(promise: Promise<unknown>): Promise<BluetoothFaultCode | null> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof BluetoothFault ? error.code : null;
}

async function set(options: Omit<RadioFaultOptions, 'seed'>, seed = 1) {
  const time = heldTime();
  const transport = simulatedTransport([faulty(options, seed)], time);
  const device = await transport.request({ services: [heartRateUuids.service], optionalServices: [batteryUuids.service] });
  let lost = 0;
  device.onDisconnected(() => lost++);
  return { time, device, lost: () => lost };
}

async function characteristic(device: GattDevice, service: string, uuid: string): Promise<GattCharacteristic> {
  const found = (await device.service(service))?.characteristics.find((own) => own.uuid === uuid);
  if (found === undefined) throw new Error(`no ${uuid}`);
  return found;
}

describe('links in bad air', () => {
  it('run one operation after the other, with delays', async () => {
    const { time, device } = await set({ latencyMs: { min: 100, max: 100 } });
    const connecting = device.connect();
    await time.pass(99);
    expect(device.connected).toBe(false);
    await time.pass(1);
    await connecting;
    const found = characteristic(device, batteryUuids.service, batteryUuids.level);
    await time.pass(100);
    const level = await found;
    const reading = level.read();
    expect(await fault(level.read())).toBe('in-progress');
    await time.pass(100);
    expect((await reading).getUint8(0)).toBe(90);
    device.disconnect();
    expect(time.waiting).toBe(0);
  });

  it.each([
    ['connect-fails', 'gatt-error'],
    ['connect-lost', null],
  ] as const)('%s', async (what, code) => {
    const { time, device, lost } = await set({ chance: { [what]: 1 } });
    expect(await fault(device.connect())).toBe(code);
    await time.pass(0);
    expect([device.connected, lost(), time.waiting]).toEqual([false, code === null ? 1 : 0, 0]);
  });

  it.each([
    { min: 0, max: 0 },
    { min: 50, max: 50 },
  ])('let a hanging connect be aborted (%o)', async (latencyMs) => {
    const { time, device } = await set({ chance: { 'connect-hangs': 1 }, latencyMs });
    const connecting = fault(device.connect());
    await time.pass(100_000);
    device.disconnect();
    expect([await connecting, device.connected, time.waiting]).toEqual(['aborted', false, 0]);
  });

  it('let a running connect be aborted', async () => {
    const { time, device } = await set({ latencyMs: { min: 500, max: 500 } });
    const connecting = fault(device.connect());
    await time.pass(100);
    device.disconnect();
    expect([await connecting, device.connected, time.waiting]).toEqual(['aborted', false, 0]);
  });

  it('are lost after 30 s when an operation hangs', async () => {
    const { time, device, lost } = await set({ chance: { hangs: 1 } });
    await device.connect();
    const search = fault(device.service(batteryUuids.service));
    await time.pass(29_999);
    expect(lost()).toBe(0);
    expect(await fault(device.service(batteryUuids.service))).toBe('in-progress');
    await time.pass(1);
    expect([await search, lost(), device.connected, time.waiting]).toEqual(['disconnected', 1, false, 0]);
  });

  it.each([
    ['link-lost', 'disconnected', 1],
    ['fails', 'gatt-error', 0],
    ['in-progress', 'in-progress', 0],
  ] as const)('%s', async (what, code, losses) => {
    const { device, lost } = await set({ chance: { [what]: 1 } });
    await device.connect();
    expect(await fault(device.service(batteryUuids.service))).toBe(code);
    expect(lost()).toBe(losses);
  });

  it('end a running operation at once when they go', async () => {
    const { time, device } = await set({ chance: { hangs: 1 } });
    await device.connect();
    const search = fault(device.service(batteryUuids.service));
    await time.pass(10);
    device.disconnect();
    expect([await search, time.waiting]).toEqual(['disconnected', 0]);
  });

  it('are lost by themselves, at the requested mean time', async () => {
    const { time, device, lost } = await set({ meanLinkMs: 10_000 });
    let up = 0;
    for (let i = 0; i < 200; i++) {
      await device.connect();
      const before = time.nowMs();
      while (device.connected) await time.pass(250);
      up += time.nowMs() - before;
    }
    expect([lost(), time.waiting]).toEqual([200, 0]);
    expect(up / 200).toBeGreaterThan(8000);
    expect(up / 200).toBeLessThan(12_500);
  });

  it('end when the device ends them: a KingSmith that got a speed too soon', async () => {
    const time = heldTime();
    const pad = simulatedTreadmill({ dialect: 'kingsmith' });
    const device = await simulatedTransport([pad], time).request({ services: [fitnessMachineUuids.service], optionalServices: [] });
    await device.connect();
    const control = await characteristic(device, fitnessMachineUuids.service, fitnessMachineUuids.controlPoint);
    await control.write(encodeFitnessCommand({ kind: 'request-control' }), true);
    await control.write(encodeFitnessCommand({ kind: 'start' }), true);
    await time.pass(3500);
    expect(device.connected).toBe(true);
    await control.write(encodeFitnessCommand({ kind: 'speed', speedKmh: 3 }), true);
    await time.pass(0);
    expect([device.connected, time.waiting, pad.state(10_000).phase]).toEqual([false, 0, 'running']);
  });
});
