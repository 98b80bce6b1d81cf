import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Transport } from '../../../../lib/bluetooth/transport';
import { StrapLink } from '../../../../lib/check/strap-link';
import { heldClock } from '../../../../lib/core/clock';
import { builtInKinds } from '../../../../lib/devices/drivers';
import { DeviceRegistry } from '../../../../lib/devices/links/registry';
import { toDeviceStates } from '../../../../lib/devices/remote/device-state';
import { DeviceSessions } from '../../../../lib/devices/session/device-sessions';
import type { PeripheralModel } from '../../../../lib/simulated/model';
import { physiologicalRr } from '../../../../lib/simulated/physiology';
import { simulatedScale } from '../../../../lib/simulated/scale';
import { simulatedStrap } from '../../../../lib/simulated/strap';
import { simulatedThermometer } from '../../../../lib/simulated/thermometer';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { simulatedTreadmill } from '../../../../lib/simulated/treadmill';
import { knownDevices } from '../../../../lib/storage';
import { freshDatabase } from '../../../support/database';
import { toSimulatedTime } from '../../../support/flaky-transport';
import { START_MS } from '../../../support/packets';
import { settled, until } from '../../../support/until';

const ends: (() => void)[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  // Databases with the same name share Dexie's memory of queries: an open one would affect the next.
  for (const end of ends.splice(0)) end();
});

/** A registry over simulated peripherals that are treated as real ones, because the demo's strap is not stored. */
async function makeRegistry(...models: PeripheralModel[]) {
  const clock = heldClock(START_MS);
  const db = freshDatabase();
  const radio = simulatedTransport(models, toSimulatedTime(clock));
  const transport: Transport = { ...radio, kind: 'web-bluetooth', request: vi.fn((wanted) => radio.request(wanted)) };
  const strap = new StrapLink(clock, () => 0.5);
  let checking = false;
  const registry = new DeviceRegistry({
    db,
    clock,
    transport,
    strap,
    checkRunning: () => checking,
    random: () => 0.5,
    kinds: () => builtInKinds,
    deviceSessions: new DeviceSessions(),
    demo: () => radio,
  });
  ends.push(() => {
    registry.close();
    strap.close();
    db.close();
  });
  await registry.ready;
  const live = (name: string) => registry.live.value.find((device) => device.name === name);
  return {
    clock,
    db,
    radio,
    transport,
    strap,
    registry,
    live,
    check: (running: boolean) => {
      checking = running;
    },
    async pass(seconds: number) {
      await clock.advance(seconds * 1000);
      await settled();
    },
    reading: (name: string, quantity: string) => live(name)?.readings.find((one) => one.quantity === quantity)?.value,
  };
}

const belt = () => simulatedStrap({ rr: physiologicalRr({ seed: 7 }), battery: { startPct: 80, drainPctPerHour: 0 } });
const STRAP = belt().name;
const TREADMILL = simulatedTreadmill().name;

describe('the devices of the app tab', () => {
  it('strap, treadmill, thermometer and scale are connected together and show their readings', async () => {
    const model = simulatedTreadmill();
    const the = await makeRegistry(belt(), model, simulatedThermometer(), simulatedScale());
    for (const what of ['strap', 'machine', 'thermometer', 'scale'] as const) await the.registry.pair(what);
    model.press('start', the.clock.now());
    await the.pass(20);
    expect(the.reading(STRAP, 'heart-rate')).toBeGreaterThan(30);
    expect(the.live(STRAP)?.contact).not.toBeNull();
    expect(the.reading(TREADMILL, 'speed')).toBe(1);
    expect(the.reading('Simulated thermometer', 'temperature')).toBeCloseTo(11, 0);
    expect(the.reading('Simulated scale', 'weight')).toBeCloseTo(72.4, 1);
    expect(the.registry.live.value.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready', 'ready']);
    const rows = await knownDevices(the.db);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['strap', 'treadmill', 'thermometer', 'scale']));
    const deviceSessions = new DeviceSessions();
    expect(toDeviceStates(the.registry, deviceSessions, () => 0).map(({ stops }) => stops)).toEqual([false, true, false, false]);
  });

  it('a lost link removes its readings, and is reconnected', async () => {
    const model = simulatedTreadmill();
    const the = await makeRegistry(model);
    await the.registry.pair('machine');
    await the.pass(3);
    the.radio.setInReach(model.address, false);
    expect(the.live(TREADMILL)).toMatchObject({ state: 'lost', fault: 'disconnected', readings: [], stops: true });
    the.radio.setInReach(model.address, true);
    await the.pass(5);
    expect(the.live(TREADMILL)).toMatchObject({ state: 'ready', fault: null, stops: true });
    expect(the.reading(TREADMILL, 'speed')).toBe(0);
  });

  it('reconnects without the chooser, and uses it only when that fails', async () => {
    const model = simulatedTreadmill();
    const the = await makeRegistry(model);
    await the.registry.pair('machine');
    await until(() => the.registry.known.value?.length === 1);
    expect(the.registry.disconnect(model.address)).toBe('accepted');
    expect(the.live(TREADMILL)?.state).toBe('closed');
    expect(await the.registry.connect(model.address, false)).toBe('accepted');
    await until(() => the.live(TREADMILL)?.state === 'ready');
    expect(the.transport.request).toHaveBeenCalledOnce();

    the.registry.disconnect(model.address);
    the.radio.setInReach(model.address, false);
    await the.registry.connect(model.address, false);
    await the.pass(5);
    expect(the.live(TREADMILL)).toMatchObject({ state: 'failed', fault: 'out-of-range' });
    expect(await the.registry.connect(model.address, false)).toBe('needs-chooser');
    the.radio.setInReach(model.address, true);
    expect(await the.registry.connect(model.address, true)).toBe('accepted');
    await until(() => the.live(TREADMILL)?.state === 'ready');
    expect(the.transport.request).toHaveBeenCalledTimes(2);
    expect(await the.registry.connect('nobody', true)).toBe('unknown-device');
  });

  it('stops only devices that move', async () => {
    const model = simulatedTreadmill();
    const the = await makeRegistry(model, simulatedScale());
    await the.registry.pair('machine');
    await the.registry.pair('scale');
    model.press('start', the.clock.now());
    await the.pass(10);
    const stopping = the.registry.stop(model.address);
    // The machine needs time to answer.
    await the.pass(10);
    // When it answered, it had not reported standstill yet.
    expect(await stopping).toBe('stopping');
    expect(model.state(the.clock.now()).phase).toBe('idle');
    expect(await the.registry.stop(simulatedScale().address)).toBe('not-supported');
    expect(await the.registry.stop('nobody')).toBe('unknown-device');
  });

  it('a strap that a check uses is not taken away', async () => {
    const model = belt();
    const the = await makeRegistry(model);
    await the.registry.pair('strap');
    await until(() => the.registry.known.value?.length === 1);
    the.check(true);
    expect(the.registry.disconnect(model.address)).toBe('busy');
    expect(await the.registry.forget(model.address)).toBe('busy');
    expect(await the.registry.connect(model.address, true)).toBe('busy');
    await the.registry.pair('strap');
    expect(the.registry.pairingFault.value).toEqual({ what: 'strap', code: 'check-running' });
    expect(the.live(STRAP)?.state).toBe('ready');
    the.check(false);
    expect(the.registry.disconnect(model.address)).toBe('accepted');
  });

  it('a strap connected here is the check’s strap, without another chooser', async () => {
    const the = await makeRegistry(belt());
    await the.registry.pair('strap');
    expect(the.strap.needsChooser(the.transport)).toBe(false);
    await the.strap.connect(the.transport);
    expect(the.strap.needsChooser(the.transport)).toBe(false);
    the.strap.close();
    expect(the.strap.needsChooser(the.transport)).toBe(false);
    expect(the.transport.request).toHaveBeenCalledOnce();
    expect(the.live(STRAP)).toMatchObject({ state: 'closed', readings: [] });
  });

  it('the demo’s strap is not listed', async () => {
    const the = await makeRegistry();
    const demo = simulatedTransport([belt()], toSimulatedTime(the.clock));
    await the.strap.connect(demo);
    await the.pass(2);
    expect(the.registry.live.value).toEqual([]);
    expect(await knownDevices(the.db)).toEqual([]);
  });

  it('a dismissed chooser changes nothing', async () => {
    const the = await makeRegistry(belt());
    await the.registry.pair('thermometer');
    expect(the.registry.pairingFault.value).toEqual({ what: 'thermometer', code: 'dismissed' });
    expect([the.registry.choosing.value, the.registry.live.value]).toEqual([null, []]);
    await the.registry.pair('strap');
    expect(the.registry.pairingFault.value).toBeNull();
  });

  it('forgets link, row, and permission where the browser allows it', async () => {
    const model = simulatedTreadmill();
    const the = await makeRegistry(model);
    const forget = vi.fn(async () => {});
    vi.mocked(the.transport.request).mockImplementation(async (wanted) => Object.assign(await the.radio.request(wanted), { forget }));
    await the.registry.pair('machine');
    await until(() => the.registry.known.value?.length === 1);
    expect(await the.registry.forget(model.address)).toBe('accepted');
    await until(() => the.registry.known.value?.length === 0);
    expect(forget).toHaveBeenCalledOnce();
    expect(the.registry.live.value).toEqual([]);
    await the.pass(5);
    expect(await knownDevices(the.db)).toEqual([]);
  });
});
