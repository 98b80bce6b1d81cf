import { afterEach, describe, expect, it, vi } from 'vitest';
import { BluetoothFault } from '../../../../lib/bluetooth/fault';
import type { Transport } from '../../../../lib/bluetooth/transport';
import type { SessionPlan } from '../../../../lib/catalogue';
import { StrapLink } from '../../../../lib/check/strap-link';
import { type HeldClock, heldClock } from '../../../../lib/core/clock';
import type { DriverKind } from '../../../../lib/devices/driver';
import { builtInKinds } from '../../../../lib/devices/drivers';
import { runConformance } from '../../../../lib/devices/drivers/open-recovery';
import { DeviceRegistry } from '../../../../lib/devices/links/registry';
import { type MarkStore, memoryMarks } from '../../../../lib/devices/marks/mark-store';
import { RunningMarks } from '../../../../lib/devices/marks/running-marks';
import { DeviceSessions } from '../../../../lib/devices/session/device-sessions';
import { startSession } from '../../../../lib/devices/session/start-session';
import { simulatedJensen } from '../../../../lib/simulated/framed/jensen';
import type { PeripheralModel } from '../../../../lib/simulated/model';
import { simulatedBoots } from '../../../../lib/simulated/recovery/boots';
import { madeUpTable, simulatedHypervolt } from '../../../../lib/simulated/recovery/hypervolt';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { PaperDevice } from '../../../conformance/device/paper-device';
import { BOOTS } from '../../../conformance/device/specs';
import { freshDatabase } from '../../../support/database';
import { toSimulatedTime } from '../../../support/flaky-transport';
import { START_MS } from '../../../support/packets';
import { settled, until } from '../../../support/until';
import { nothingInTheWay } from '../session/fake-device';
import { click as makeClick, makePlan } from '../session/set-up';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const kind = (id: string): DriverKind => {
  const found = builtInKinds.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

interface Before {
  readonly clock: HeldClock;
  readonly radio: ReturnType<typeof simulatedTransport>;
  readonly store: MarkStore;
}

/** An app tab; after an earlier one, with a database that does not answer. */
async function makeRegistry(model: PeripheralModel, before: Before | null = null) {
  const clock = before?.clock ?? heldClock(START_MS);
  const store = before?.store ?? memoryMarks();
  const db = freshDatabase();
  if (before !== null) db.on('ready', () => new Promise(() => {}), true);
  const radio = before?.radio ?? simulatedTransport([model], toSimulatedTime(clock));
  const transport: Transport = { ...radio, kind: 'web-bluetooth', request: vi.fn((wanted) => radio.request(wanted)) };
  const strap = new StrapLink(clock, () => 0.5);
  const deviceSessions = new DeviceSessions(new RunningMarks(store));
  const registry = new DeviceRegistry({
    db,
    clock,
    transport,
    strap,
    checkRunning: () => false,
    random: () => 0.5,
    kinds: () => builtInKinds,
    deviceSessions,
    demo: () => radio,
  });
  ends.push(() => {
    registry.close();
    strap.close();
    db.close();
  });
  await (before === null ? registry.ready : deviceSessions.marks.readStored());
  const live = () => registry.live.value.find(({ id }) => id === model.address);
  const start = (plan: SessionPlan) => {
    const device = registry.controlled(model.address);
    const sessions = { db, deviceSessions, clock, strap: strap.last, guards: new WeakMap() };
    return device !== null && startSession(sessions, device, plan, makeClick(clock), nothingInTheWay(clock.now()));
  };
  return { clock, registry, live, transport, radio, store, start, deviceSessions };
}

/** Advances time until the work is done. */
async function passing<T>(clock: { advance(ms: number): Promise<void> }, work: Promise<T>): Promise<T> {
  let over = false;
  const done = work.finally(() => {
    over = true;
  });
  done.catch(() => {});
  for (let steps = 0; steps < 4000 && !over; steps++) await clock.advance(250);
  return done;
}

/** Advances time until a condition holds, with turns for pending work of the database. */
async function lasting(clock: { advance(ms: number): Promise<void> }, holds: () => boolean): Promise<void> {
  for (let steps = 0; steps < 200 && !holds(); steps++) {
    await clock.advance(250);
    await settled(5);
  }
  expect(holds()).toBe(true);
}

describe('a device that needs secrets', () => {
  it('is stored without them, and works once they are given, without another chooser', async () => {
    const table = madeUpTable(3);
    const gun = simulatedHypervolt({ table });
    const { clock, registry, live, transport } = await makeRegistry(gun);
    await passing(clock, registry.pair('recovery', kind('hypervolt-2')));
    expect(live()).toMatchObject({ state: 'failed', refusal: 'needs-secret' });
    expect(registry.pairingFault.value).toBeNull();
    await until(() => registry.known.value?.length === 1);
    expect(registry.findDriverKind(gun.address)?.id).toBe('hypervolt-2');

    await registry.giveSecrets(gun.address, { address: Uint8Array.of(0x10, 0x20, 0x30, 0x40, 0x50, 0x60), table: madeUpTable(4) });
    await passing(clock, registry.connect(gun.address, true));
    await lasting(clock, () => live()?.state === 'failed' && live()?.refusal === 'refused-by-device');

    await registry.giveSecrets(gun.address, { table });
    expect(await registry.connect(gun.address, true)).toBe('accepted');
    await lasting(clock, () => live()?.state === 'ready');
    expect(live()?.refusal).toBeNull();
    expect(transport.request).toHaveBeenCalledOnce();
  });

  it('a bed with its own PIN gets it at the next connection', async () => {
    const bed = simulatedJensen({ pin: '1234' });
    const { clock, registry, live } = await makeRegistry(bed);
    await passing(clock, registry.pair('recovery', kind('jensen-bed')));
    await until(() => registry.known.value?.length === 1);
    expect(bed.accepted.filter(({ meaning }) => meaning === 'unlock')).toEqual([]);
    await registry.giveSettings(bed.address, { pin: '1234' });
    registry.disconnect(bed.address);
    await registry.connect(bed.address, true);
    await lasting(clock, () => live()?.state === 'ready');
    expect(bed.accepted.some(({ meaning }) => meaning === 'unlock')).toBe(true);
  });
});

describe('after a crash, with a database that does not answer', () => {
  /** It ran, its tab crashed, and it is in reach again. */
  async function crash({ clock, registry, radio }: Awaited<ReturnType<typeof makeRegistry>>, address: string) {
    radio.setInReach(address, false);
    await clock.advance(1000);
    registry.close();
    radio.setInReach(address, true);
  }

  it('what the user gave the driver is kept with the mark: a device that needs its address and table stops', async () => {
    const table = madeUpTable(3);
    const gun = simulatedHypervolt({ table });
    const app = await makeRegistry(gun);
    await passing(app.clock, app.registry.pair('recovery', kind('hypervolt-2')));
    await until(() => app.registry.known.value?.length === 1);
    await app.registry.giveSecrets(gun.address, { address: Uint8Array.of(0x10, 0x20, 0x30, 0x40, 0x50, 0x60), table });
    await passing(app.clock, app.registry.connect(gun.address, true));
    await lasting(app.clock, () => app.live()?.state === 'ready');
    expect(app.start({ ...makePlan({ levels: { motor: 1 }, seconds: 60 }), modality: 'massage-gun' })).toBe(true);
    await lasting(app.clock, () => gun.motor() > 0);
    await crash(app, gun.address);
    const next = await makeRegistry(gun, app);
    await passing(next.clock, next.registry.stop(gun.address, true));
    await lasting(next.clock, () => gun.motor() === 0);
    await lasting(next.clock, () => next.deviceSessions.leftRunning.value.length === 0);
  });

  it('a bed with its own PIN stops', async () => {
    const bed = simulatedJensen({ pin: '1234' });
    const app = await makeRegistry(bed);
    await passing(app.clock, app.registry.pair('recovery', kind('jensen-bed')));
    await until(() => app.registry.known.value?.length === 1);
    await app.registry.giveSettings(bed.address, { pin: '1234' });
    app.registry.disconnect(bed.address);
    await app.registry.connect(bed.address, true);
    await lasting(app.clock, () => app.live()?.state === 'ready');
    expect(app.start({ ...makePlan({ levels: { head: 2, foot: 2 }, seconds: 600 }), modality: 'bed-massage' })).toBe(true);
    await lasting(app.clock, () => bed.state(app.clock.now()).running);
    await crash(app, bed.address);
    const next = await makeRegistry(bed, app);
    await passing(next.clock, next.registry.stop(bed.address, true));
    await lasting(next.clock, () => !bed.state(next.clock.now()).running);
  });
});

describe('a link without its driver', () => {
  const paired = async () => {
    const the = await makeRegistry(simulatedBoots());
    await passing(the.clock, the.registry.pair('recovery', kind('open-recovery-compression')));
    await until(() => the.live()?.state === 'ready');
    const id = the.live()?.id ?? '';
    return { ...the, id };
  };

  it('is given to the conformance test, which all simulated boots pass, and then back to the driver', async () => {
    const { clock, registry, id } = await paired();
    const { findings } = await passing(
      clock,
      registry.alone(id, (link, signal) => runConformance({ link, clock }, signal), new AbortController().signal),
    );
    expect(findings.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    const controlled = registry.controlled(id);
    expect(controlled?.connected.value).toBe(true);
    await passing(clock, controlled?.driver.apply({ kind: 'timer', seconds: 60 }) ?? Promise.reject());
  });

  it('is given to the test of a device that its driver refuses, which names the byte; nothing is written, and nothing is thought to run', async () => {
    const model = new (class extends PaperDevice {
      override featureBytes() {
        return super.featureBytes().map((byte, at) => (at === 5 ? 3 : byte));
      }
    })(BOOTS);
    const written: Uint8Array[] = [];
    const write = model.write.bind(model);
    model.write = (uuid, bytes, atMs) => {
      written.push(bytes);
      return write(uuid, bytes, atMs);
    };
    const { clock, registry, live } = await makeRegistry(model);
    await passing(clock, registry.pair('recovery', kind('open-recovery-compression')));
    await lasting(clock, () => live()?.state === 'ready');
    const id = live()?.id ?? '';
    expect(live()?.refusal).toBe('not-supported');
    expect(registry.pairingFault.value).toBeNull();
    // No session can start on it.
    expect(registry.controlled(id)?.connected.value).toBe(false);
    expect(registry.mayBeAlone(id)).toBe(true);
    const { findings } = await passing(
      clock,
      registry.alone(id, (link, signal) => runConformance({ link, clock }, signal), new AbortController().signal),
    );
    const failed = findings.filter(({ outcome }) => outcome === 'failed');
    expect(failed).toMatchObject([{ id: 'D-2', saw: { kind: 'byte', characteristic: 'feature', byte: 5, value: 3 } }]);
    expect(written).toEqual([]);
    expect(live()).toMatchObject({ state: 'ready', refusal: 'not-supported' });
    expect(await passing(clock, registry.stop(id))).toBe('stopping');
    expect(written).toEqual([Uint8Array.of(7)]);
  });

  it('allows nothing else meanwhile, and Stop ends it', async () => {
    const { clock, registry, deviceSessions, id } = await paired();
    let ended: unknown = null;
    const work = registry
      .alone(
        id,
        (_, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
        new AbortController().signal,
      )
      .catch((error: unknown) => {
        ended = error;
      });
    expect(registry.controlled(id)?.connected.value).toBe(false);
    await expect(registry.alone(id, async () => 1, new AbortController().signal)).rejects.toBeInstanceOf(BluetoothFault);
    const stopping = registry.stop(id);
    await passing(clock, work);
    // It is watched until it reports rest.
    expect(await passing(clock, stopping)).toBe('stopping');
    // Until then it is shown as under test, and not as one that nobody has seen stop.
    const shown = () => [[...deviceSessions.marks.watched.value], deviceSessions.leftRunning.value];
    expect(shown()).toEqual([[id], []]);
    await lasting(clock, () => deviceSessions.marks.all.value.size === 0);
    expect(shown()).toEqual([[], []]);
    expect(ended).toBeInstanceOf(BluetoothFault);
    expect(registry.controlled(id)?.connected.value).toBe(true);
  });

  it('is refused without a link', async () => {
    const { registry, id } = await paired();
    registry.disconnect(id);
    await expect(registry.alone(id, async () => 1, new AbortController().signal)).rejects.toBeInstanceOf(BluetoothFault);
    await expect(registry.alone('nobody', async () => 1, new AbortController().signal)).rejects.toBeInstanceOf(BluetoothFault);
  });
});
