import { afterEach, describe, expect, it } from 'vitest';
import { memoryMarks } from '../../../../lib/devices/marks/mark-store';
import { toDeviceStates } from '../../../../lib/devices/remote/device-state';
import { listRunning } from '../../../../lib/devices/remote/running';
import { type DeviceRig, deviceRig, type RigWorld, rigWorld } from '../../../support/device-rig';
import { makePlan } from '../session/set-up';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const MASSAGE = { ...makePlan({ levels: { head: 3, foot: 3 }, seconds: 1200 }), modality: 'bed-massage' };
const WARMTH = { ...makePlan({ temperatureC: 30, seconds: 1200 }), modality: 'warm-bath' };

async function running(kindId = 'jensen-bed'): Promise<{ world: RigWorld; app: DeviceRig }> {
  const world = rigWorld(kindId);
  const app = await open(world);
  await app.passing(app.pair());
  expect(app.start(kindId === 'ooler' ? WARMTH : MASSAGE)).toBe(true);
  await app.pass(20);
  expect(app.runs()).toBe(true);
  return { world, app };
}

async function open(world: RigWorld): Promise<DeviceRig> {
  const app = await deviceRig(world);
  ends.push(
    () => world.db.close(),
    () => app.close(),
  );
  return app;
}

describe('Stop after the link was lost and made anew', () => {
  it.each(['jensen-bed', 'richmat-nordic-bed'])('%s: Disconnect without a link, then Connect: the stop goes out first', async (kindId) => {
    const { world, app } = await running(kindId);
    world.radio.setInReach(app.id, false);
    await app.pass(5);
    app.registry.disconnect(app.id);
    await app.pass(2);
    expect([app.runs(), app.left(), app.session()?.live]).toEqual([true, [app.id], false]);
    expect(app.session()?.view.fault.value).toBe('stop-not-told');
    world.radio.setInReach(app.id, true);
    await app.registry.connect(app.id, true);
    await app.pass(10);
    expect([app.runs(), app.left()]).toEqual([false, []]);
    // Nor is it said any more that the stop could not be sent.
    expect(app.session()?.view.fault.value).toBeNull();
    expect(await app.passing(app.registry.stop(app.id))).toBe('accepted');
    expect(app.start(MASSAGE)).toBe(true);
  });

  it.each(['jensen-bed', 'richmat-nordic-bed'])('%s: a connect that fails, then the chooser', async (kindId) => {
    const { world, app } = await running(kindId);
    world.radio.setInReach(app.id, false);
    await app.pass(5);
    app.registry.disconnect(app.id);
    await app.registry.connect(app.id, true);
    await app.pass(60);
    world.radio.setInReach(app.id, true);
    await app.registry.connect(app.id, true);
    await app.pass(10);
    expect([app.runs(), app.left()]).toEqual([false, []]);
  });

  it('pressed while there is no link: answered as pending, sent with the next link', async () => {
    const { world, app } = await running();
    world.radio.setInReach(app.id, false);
    await app.pass(5);
    expect(await app.passing(app.registry.stopAll())).toBe('stop-pending');
    expect(app.runs()).toBe(true);
    world.radio.setInReach(app.id, true);
    await app.pass(40);
    expect([app.runs(), app.left(), app.session()?.view.state.value]).toEqual([false, [], 'ended']);
  });
});

describe('Forget while a session runs', () => {
  it.each(['jensen-bed', 'ooler'])('%s: the stop arrives before the browser gives the device up', async (kindId) => {
    const { app } = await running(kindId);
    expect(await app.passing(app.registry.forget(app.id))).toBe('accepted');
    await app.pass(5);
    expect([app.runs(), app.left(), app.registry.live.value]).toEqual([false, [], []]);
  });

  it('keeps a device whose stop did not arrive', async () => {
    const { world, app } = await running();
    world.air.writes = 'fails';
    expect(await app.passing(app.registry.forget(app.id))).toBe('not-stopped');
    expect([app.runs(), app.left()]).toEqual([true, [app.id]]);
    expect(await app.passing(app.registry.forget(app.id))).toBe('not-stopped');
    world.air.writes = null;
    await app.registry.connect(app.id, true);
    await app.pass(10);
    expect([app.runs(), app.left()]).toEqual([false, []]);
    expect(await app.passing(app.registry.forget(app.id))).toBe('accepted');
  });
});

describe('after a crash', () => {
  async function crashed() {
    const { world, app } = await running();
    world.radio.setInReach(app.id, false);
    await app.pass(1);
    app.close();
    world.radio.setInReach(app.id, true);
    return { world, app: await open(world) };
  }

  it('the next tab knows what was running, and starts nothing on it before that is answered', async () => {
    const { app } = await crashed();
    expect([app.left(), app.runs()]).toEqual([[app.id], true]);
    await app.registry.connect(app.id, true);
    await app.pass(10);
    expect([app.runs(), app.start(MASSAGE)]).toEqual([true, false]);
  });

  it.each(['stop', 'stopAll'] as const)('%s of the next tab connects and stops', async (how) => {
    const { app } = await crashed();
    await app.passing(how === 'stop' ? app.registry.stop(app.id, true) : app.registry.stopAll());
    await app.pass(10);
    // Without a chooser this browser finds no device that the tab has not been given.
    if (how === 'stopAll' && app.runs()) await app.registry.connect(app.id, true);
    await app.pass(10);
    expect([app.runs(), app.left()]).toEqual([false, []]);
  });

  it('a person says that it is off: nothing is asked any more, in this tab or the next', async () => {
    const { world, app } = await crashed();
    app.registry.isOff(app.id);
    expect(app.left()).toEqual([]);
    await app.pass(1);
    app.close();
    expect((await open(world)).left()).toEqual([]);
  });

  it('a mark that cannot be read still says that a device may be running', async () => {
    const store = {
      ...memoryMarks(),
      read: async () => [{ id: 'x', name: null, driverKind: null, endsByItself: false, startedAtMs: null }],
    };
    const app = await open(rigWorld('jensen-bed', store));
    expect(app.left()).toEqual(['x']);
    expect(await app.registry.stopAll()).toBe('needs-chooser');
  });
});

describe('a write that hangs', () => {
  it.each(['hangs', 'hangs-when-done'] as const)('%s: Escape stops the bed within 2 s', async (end) => {
    const { world, app } = await running();
    world.next.write = end;
    app.session()?.setLevel('head', 2, null);
    await app.pass(0.1);
    const stopping = app.registry.stopAll();
    await app.pass(2);
    expect(app.runs()).toBe(false);
    await app.passing(stopping);
    await app.pass(30);
    expect([app.runs(), app.session()?.live]).toEqual([false, false]);
  });
});

it('Escape goes to every link, also one that runs nothing as far as Rebound knows', async () => {
  const world = rigWorld('jensen-bed');
  const app = await open(world);
  await app.passing(app.pair());
  const before = world.model.accepted.length;
  expect(await app.passing(app.registry.stopAll())).toBe('accepted');
  expect(world.model.accepted.slice(before).map(({ meaning }) => meaning)).toContain('massage head 0 foot 0');
});

describe('what is known of a stop', () => {
  it('one that arrives after one that failed is answered as such', async () => {
    const { world, app } = await running();
    world.air.writes = 'fails';
    expect(await app.passing(app.registry.stopAll())).toBe('failed');
    expect(app.session()?.view.fault.value).toBe('stop-not-told');
    world.air.writes = null;
    expect(await app.passing(app.registry.stopAll())).toBe('accepted');
    expect([app.runs(), app.session()?.view.fault.value, app.left()]).toEqual([false, null, []]);
  });

  it('nothing starts while a stop is tried again, so that its late arrival hides no session', async () => {
    const world = rigWorld('jensen-bed');
    const app = await open(world);
    await app.passing(app.pair());
    world.next.write = 'fails';
    const stopping = app.registry.stopAll();
    await app.pass(0.1);
    expect(app.start(MASSAGE)).toBe(false);
    expect(await app.passing(stopping)).toBe('accepted');
    expect(app.start(MASSAGE)).toBe(true);
    await app.pass(5);
    expect(app.deviceSessions.marks.all.value.has(app.id)).toBe(true);
  });

  it('one that comes before the marks are read waits for them', async () => {
    const { world, app } = await running();
    world.radio.setInReach(app.id, false);
    await app.pass(1);
    app.close();
    world.radio.setInReach(app.id, true);
    const next = await deviceRig(
      { ...world, store: { ...world.store, read: () => world.clock.wait(500).then(() => world.store.read()) } },
      false,
    );
    ends.push(() => next.close());
    void next.deviceSessions.marks.readStored();
    const [one, all] = [next.registry.stop(next.id), next.registry.stopAll()];
    expect(await next.passing(one)).not.toBe('unknown-device');
    expect(await next.passing(all)).not.toBe('accepted');
    await next.registry.connect(next.id, true);
    await next.pass(20);
    expect(next.runs()).toBe(false);
  });

  it('a person cannot say that a device is off while its session runs', async () => {
    const { app } = await running();
    expect(app.registry.isOff(app.id)).toBe('busy');
    expect(app.deviceSessions.marks.all.value.has(app.id)).toBe(true);
  });

  it('a stop that is owed is sent although a person said that the device is off', async () => {
    const { world, app } = await running();
    world.radio.setInReach(app.id, false);
    await app.pass(5);
    expect(await app.passing(app.registry.stopAll())).toBe('stop-pending');
    app.registry.isOff(app.id);
    world.radio.setInReach(app.id, true);
    await app.pass(40);
    expect(app.runs()).toBe(false);
  });

  it('Pause without a link pauses as soon as there is one', async () => {
    const { world, app } = await running();
    world.radio.setInReach(app.id, false);
    await app.pass(5);
    expect(app.session()?.pause()).toBe(true);
    world.radio.setInReach(app.id, true);
    await app.pass(30);
    expect([app.session()?.view.state.value, app.runs()]).toEqual(['paused', false]);
  });
});

describe('work that has the link for itself', () => {
  it('leaves the device at rest, and Stop ends it at once', async () => {
    const world = rigWorld('jensen-bed');
    const app = await open(world);
    await app.passing(app.pair());
    const over = new AbortController();
    let ended = false;
    const working = app.registry
      .alone(
        app.id,
        async (link, signal) => {
          const service = await link.service('00001234-0000-1000-8000-00805f9b34fb');
          const [command] = service?.characteristics ?? [];
          if (command === undefined) throw new Error('the bed has no command');
          await link.write(command, Uint8Array.of(0x12, 5, 5, 0, 0, 0), true);
          await world.clock.wait(600_000, signal).catch(() => {});
          ended = true;
        },
        over.signal,
      )
      .catch(() => {});
    await app.pass(3);
    expect([app.runs(), app.deviceSessions.marks.all.value.has(app.id), app.left()]).toEqual([true, true, []]);
    // Every surface shows it as running, and Escape has something to answer.
    const states = () => toDeviceStates(app.registry, app.deviceSessions, () => world.clock.now());
    expect(states()).toMatchObject([{ id: app.id, tested: true, leftRunning: null, session: null }]);
    expect(listRunning(states(), []).devices).toHaveLength(1);
    expect(await app.passing(app.registry.stopAll())).toBe('accepted');
    await app.passing(working);
    expect(states()).toMatchObject([{ id: app.id, tested: false, leftRunning: null }]);
    expect(listRunning(states(), []).devices).toEqual([]);
    expect([app.runs(), ended, app.deviceSessions.marks.all.value.has(app.id)]).toEqual([false, true, false]);
  });
});
