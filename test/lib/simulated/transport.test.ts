import { describe, expect, it, vi } from 'vitest';
import { BluetoothFault, type BluetoothFaultCode } from '../../../lib/bluetooth/fault';
import { batteryUuids } from '../../../lib/bluetooth/services/battery';
import { heartRateUuids } from '../../../lib/bluetooth/services/heart-rate';
import type { GattCharacteristic, GattDevice } from '../../../lib/bluetooth/transport';
import { type ReplayStrap, replayStrap } from '../../../lib/simulated/replay';
import { simulatedStrap } from '../../../lib/simulated/strap';
import { simulatedTransport } from '../../../lib/simulated/transport';
import { heldTime } from './held-time';
import { sentTicks } from './run';
import { ticks } from './series';

const wanted = { services: [heartRateUuids.service], optionalServices: [batteryUuids.service] };
const rr = [900, 950, 1000, 1050, 1100, 1050, 1000, 950, 900, 850];

async function fault(promise: Promise<unknown>): Promise<BluetoothFaultCode | null> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof BluetoothFault ? error.code : null;
}

async function characteristic(device: GattDevice, service: string, uuid: string): Promise<GattCharacteristic> {
  const found = (await device.service(service))?.characteristics.find((own) => own.uuid === uuid);
  if (found === undefined) throw new Error(`no ${uuid}`);
  return found;
}

async function set(strap: ReplayStrap = replayStrap(rr)) {
  const time = heldTime();
  const transport = simulatedTransport([strap], time);
  const device = await transport.request(wanted);
  await device.connect();
  const heard: Uint8Array[] = [];
  const listen = async () => {
    const measurement = await characteristic(device, heartRateUuids.service, heartRateUuids.measurement);
    return measurement.subscribe((view) => heard.push(new Uint8Array(view.buffer, view.byteOffset, view.byteLength)));
  };
  const heardTicks = () => sentTicks(heard.map((bytes) => ({ characteristic: heartRateUuids.measurement, bytes, atMs: 0 })));
  return { time, transport, device, strap, listen, heardTicks };
}

describe('the simulated transport', () => {
  it('delivers every packet when it is due, and then has no timers left', async () => {
    const { time, device, listen, heardTicks } = await set();
    await listen();
    await time.pass(3000);
    expect(heardTicks()).toEqual(rr.slice(0, 3).map(ticks));
    await time.pass(60_000);
    expect(heardTicks()).toEqual(rr.map(ticks));
    expect(time.waiting).toBe(0);
    expect(device.connected).toBe(true);
  });

  it('drops packets before and after anyone listens', async () => {
    const { time, listen, heardTicks } = await set();
    await time.pass(2000);
    const stop = await listen();
    await time.pass(3000);
    await stop();
    await time.pass(60_000);
    expect(heardTicks()).toEqual(rr.slice(2, 5).map(ticks));
  });

  it('reports a listener that throws, and still delivers to the others', async () => {
    const reports: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (report: () => void) => reports.push(report));
    const { time, device, listen, heardTicks } = await set();
    const measurement = await characteristic(device, heartRateUuids.service, heartRateUuids.measurement);
    await measurement.subscribe(() => {
      throw new Error('mine');
    });
    await listen();
    await time.pass(2000);
    vi.unstubAllGlobals();
    expect(heardTicks()).toEqual(rr.slice(0, 2).map(ticks));
    expect(reports).toHaveLength(2);
    for (const report of reports) expect(report).toThrow('mine');
  });

  it('reports a model that throws, and loses the link', async () => {
    const reports: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (report: () => void) => reports.push(report));
    const time = heldTime();
    const device = await simulatedTransport([simulatedStrap({ rr: [1000, Number.NaN] })], time).request(wanted);
    await device.connect();
    await time.pass(3000);
    vi.unstubAllGlobals();
    expect([device.connected, time.waiting, reports.length]).toEqual([false, 0, 1]);
    expect(reports[0]).toThrow(RangeError);
  });

  it('reads and writes, with the model’s faults', async () => {
    const { device } = await set();
    const battery = await characteristic(device, batteryUuids.service, batteryUuids.level);
    expect((await battery.read()).getUint8(0)).toBe(90);
    expect(await fault(battery.write(Uint8Array.of(1), true))).toBe('not-permitted');
    const location = await characteristic(device, heartRateUuids.service, heartRateUuids.bodySensorLocation);
    expect(await fault(location.subscribe(() => {}))).toBe('not-supported');
    const measurement = await characteristic(device, heartRateUuids.service, heartRateUuids.measurement);
    expect(await fault(measurement.read())).toBe('not-permitted');
  });

  it('shows only requested services', async () => {
    const time = heldTime();
    const transport = simulatedTransport([replayStrap(rr)], time);
    expect(await transport.known()).toEqual([]);
    const device = await transport.request({ services: [heartRateUuids.service], optionalServices: [] });
    expect(await transport.known()).toEqual([device]);
    expect(await fault(device.service(heartRateUuids.service))).toBe('disconnected');
    await device.connect();
    expect(await device.service(batteryUuids.service)).toBeNull();
    expect(await fault(transport.request({ services: [batteryUuids.service], optionalServices: [] }))).toBe('dismissed');
  });
});

describe('a link of the simulated transport', () => {
  it('lost and up again: reports each once, old characteristics stay dead, no beat twice', async () => {
    const { time, transport, device, strap, listen, heardTicks } = await set();
    let lost = 0;
    const away = device.onDisconnected(() => lost++);
    await listen();
    const old = await characteristic(device, batteryUuids.service, batteryUuids.level);
    await time.pass(3500);
    transport.setInReach(device.id, false);
    expect([lost, device.connected, time.waiting]).toEqual([1, false, 0]);
    expect(await fault(old.read())).toBe('disconnected');
    expect(await fault(device.connect())).toBe('out-of-range');
    await time.pass(2000);
    transport.setInReach(device.id, true);
    await device.connect();
    expect(await fault(old.read())).toBe('disconnected');
    await listen();
    await time.pass(60_000);
    expect(strap.sent.map(({ index }) => index)).toEqual([0, 1, 2, 5, 6, 7, 8, 9]);
    expect(heardTicks()).toEqual(strap.sent.map((beat) => beat.ticks));
    away();
    device.disconnect();
    expect([lost, time.waiting]).toEqual([1, 0]);
  });

  it('disconnect reports, ends the wait, and can be repeated', async () => {
    const { time, device, listen } = await set();
    let lost = 0;
    device.onDisconnected(() => lost++);
    await listen();
    expect(time.waiting).toBe(1);
    device.disconnect();
    device.disconnect();
    await time.pass(0);
    expect([lost, device.connected, time.waiting]).toEqual([1, false, 0]);
  });

  it('a connect overtaken by disconnect does not come up', async () => {
    const transport = simulatedTransport([replayStrap(rr)], heldTime());
    const device = await transport.request(wanted);
    const connecting = fault(device.connect());
    device.disconnect();
    expect(await connecting).toBe('aborted');
    expect(device.connected).toBe(false);
  });

  it('a listener that disconnects gets no more packets of the same burst', async () => {
    const { time, device } = await set(replayStrap(rr));
    const measurement = await characteristic(device, heartRateUuids.service, heartRateUuids.measurement);
    let heard = 0;
    await measurement.subscribe(() => {
      heard++;
      device.disconnect();
    });
    await time.jump(5000);
    expect([heard, device.connected, time.waiting]).toEqual([1, false, 0]);
  });
});
