import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionPlan } from '../../../../lib/catalogue';
import { Click } from '../../../../lib/devices/safety/click';
import { speak } from '../../../../lib/i18n';
import { simulatedBlockBlueLight } from '../../../../lib/simulated/framed/blockbluelight';
import messages from '../../../../public/_locales/en/messages.json';
import { type DeviceRig, deviceRig, type RigWorld, rigWorld } from '../../../support/device-rig';
import { makePuffer, pufferKind } from '../../../support/puffer';
import { readScreen } from '../../../truth/read-screen';
import { makeBelt } from '../../../truth/stand-ins';
import { makePlan } from './set-up';

/** A device's own timer is believed only as far as it was really sent, or as the device reports it. */

const ends: (() => void)[] = [];
beforeEach(() => speak('en', messages));
afterEach(() => {
  speak(null);
  for (const end of ends.splice(0)) end();
});

async function open(world: RigWorld, plan: SessionPlan): Promise<DeviceRig> {
  const app = await deviceRig(world);
  ends.push(
    () => world.db.close(),
    () => app.close(),
  );
  await app.passing(app.pair());
  expect(app.start(plan)).toBe(true);
  await app.pass(20);
  expect(app.runs()).toBe(true);
  return app;
}

const press = (seconds: number) => ({ levels: { foot: 40, calf: 40 }, seconds });
const LIGHT = { ...makePlan({ levels: {}, seconds: 120 }), modality: 'red-light' };
const PANEL_COMMAND = '0000fff2-0000-1000-8000-00805f9b34fb';
const AN_HOUR = Uint8Array.of(0x3a, 1, 0x31, 0, 2, 0x0e, 0x10, 0x52, 0x0a);

describe('a panel whose timer a hand set to an hour', () => {
  async function panel() {
    const model = simulatedBlockBlueLight();
    const world = rigWorld('blockbluelight-panel', undefined, undefined, model);
    const app = await open(world, LIGHT);
    model.write(PANEL_COMMAND, AN_HOUR, world.clock.now());
    await app.pass(10);
    world.radio.setInReach(app.id, false);
    await app.pass(2);
    return { world, app };
  }

  it('is counted down by what it reported', async () => {
    const { app } = await panel();
    expect(readScreen(app)).toContain('Its own timer ends it in 59:');
  });

  it('gets the Stop that waited for the link', async () => {
    const { world, app } = await panel();
    expect(await app.passing(app.registry.stop(app.id))).toBe('stop-pending');
    await app.pass(150);
    expect([app.runs(), readScreen(app)]).toEqual([true, expect.stringContaining('Stop waits for the link.')]);
    world.radio.setInReach(app.id, true);
    await app.pass(30);
    expect([app.runs(), app.left()]).toEqual([false, []]);
  });
});

describe('boots that get their timer with the start', () => {
  it('are not believed to end sooner after a step is skipped', async () => {
    const world = rigWorld('open-recovery-compression', undefined, pufferKind(), makePuffer().model);
    const app = await open(world, makePlan(press(1200), press(60)));
    const click = Click.of({ isTrusted: true }, world.appClock.now());
    expect(click !== null && app.session()?.skip(click)).toBe(true);
    await app.pass(5);
    world.radio.setInReach(app.id, false);
    await app.pass(90);
    expect([app.runs(), app.session()?.live]).toEqual([true, true]);
  });

  it('are not believed to end sooner when a step is skipped after they were taken over on a new link', async () => {
    const world = rigWorld('open-recovery-compression', undefined, pufferKind(), makePuffer().model);
    const app = await open(world, makePlan(press(1200), press(60)));
    world.radio.setInReach(app.id, false);
    await app.pass(3);
    world.radio.setInReach(app.id, true);
    await app.pass(15);
    const click = Click.of({ isTrusted: true }, world.appClock.now());
    expect(click !== null && app.session()?.skip(click)).toBe(true);
    await app.pass(5);
    world.radio.setInReach(app.id, false);
    await app.pass(2);
    expect(readScreen(app)).toContain('Its own timer ends it in 20:');
    await app.pass(90);
    expect([app.runs(), app.session()?.live]).toEqual([true, true]);
  });

  it('are said to move when they do so after their time, and cannot be started', async () => {
    const puffer = makePuffer();
    const world = rigWorld('open-recovery-compression', undefined, pufferKind(), puffer.model);
    const app = await open(world, makePlan(press(120)));
    world.radio.setInReach(app.id, false);
    await app.pass(2);
    puffer.untilMs = world.clock.now() + 3_600_000;
    await app.pass(130);
    world.radio.setInReach(app.id, true);
    await app.pass(30);
    expect(readScreen(app)).toContain('It reports movement, but no session is running.');
    expect(readScreen(app)).not.toContain('The link is lost');
    expect(app.start(makePlan(press(120)))).toBe(false);
  });

  it('get a Stop that waited beyond their time all the same', async () => {
    const puffer = makePuffer(false);
    const kind = pufferKind({ status: undefined });
    const world = rigWorld('open-recovery-compression', undefined, kind, puffer.model);
    const app = await open(world, makePlan(press(120)));
    world.radio.setInReach(app.id, false);
    await app.pass(2);
    expect(await app.passing(app.registry.stop(app.id))).toBe('stop-pending');
    puffer.untilMs = world.clock.now() + 3_600_000;
    await app.pass(130);
    world.radio.setInReach(app.id, true);
    await app.pass(30);
    expect(app.runs()).toBe(false);
  });

  it('and report nothing: a session that is longer ends with the timer', async () => {
    const timer = { range: { min: 60, max: 600, step: 60 }, initial: 600 };
    const world = rigWorld('open-recovery-compression', undefined, pufferKind({ status: undefined, timer }), makePuffer(false).model);
    const app = await open(world, makePlan(press(1500)));
    await app.pass(680);
    expect([app.runs(), readScreen(app)]).toEqual([false, 'Ended by the device’s own timer.']);
  });
});

it('a belt that was found at rest after a lost link, and is started by hand, is in that person’s hands', async () => {
  const belt = makeBelt();
  const world = rigWorld('ftms-treadmill', undefined, undefined, belt.model);
  const app = await open(world, { ...makePlan({ levels: { belt: 2 }, seconds: 600 }), modality: 'active-recovery' });
  world.radio.setInReach(app.id, false);
  await app.pass(2);
  belt.device.press('stop', world.clock.now());
  await app.pass(10);
  world.radio.setInReach(app.id, true);
  await app.pass(20);
  expect(readScreen(app)).toContain('The link is back, and the device rests.');
  belt.device.press('start', world.clock.now());
  await app.pass(660);
  expect(app.runs()).toBe(true);
  expect(readScreen(app)).toContain('it was started anew at the device');
  expect(readScreen(app)).not.toContain('the device rests');
});
