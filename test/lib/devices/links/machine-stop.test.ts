import { expect, it } from 'vitest';
import { deviceRig, rigWorld } from '../../../support/device-rig';
import { makeBelt } from '../../../truth/stand-ins';

/** Each operation takes so long, ms. */
const SLOW_MS = 700;

it('a fitness machine that an earlier tab left running is stopped before its set-up is over', async () => {
  const belt = makeBelt();
  const { model } = belt;
  const writes: { readonly hex: string; readonly atMs: number }[] = [];
  let slow = false;
  let subscribedAtMs: number | null = null;
  const watched = {
    ...model,
    write(uuid: string, bytes: Uint8Array, atMs: number) {
      writes.push({ hex: Buffer.from(bytes).toString('hex'), atMs });
      return model.write(uuid, bytes, atMs);
    },
  };
  const world = rigWorld('ftms-treadmill', undefined, undefined, watched);
  const { radio } = world.model;
  world.model.radio = (operation, atMs) => {
    const outcome = radio?.(operation, atMs) ?? { delayMs: 0, end: 'done' };
    if (slow && operation === 'subscribe') subscribedAtMs ??= world.clock.now() + SLOW_MS;
    return slow ? { ...outcome, delayMs: SLOW_MS } : outcome;
  };
  const before = await deviceRig(world);
  await before.passing(before.registry.pair('machine'));
  await before.pass(5);
  const driverKind = before.registry.controlled(before.id)?.driverKind.id ?? '';
  await world.store.put({ id: before.id, name: null, driverKind, endsByItself: false, startedAtMs: 0 });
  before.close();
  belt.device.press('start', world.clock.now());
  await world.clock.advance(5000);
  const app = await deviceRig(world);
  expect([app.left().length, app.runs()]).toEqual([1, true]);
  slow = true;
  const stopping = app.registry.stop(app.id, true);
  await app.pass(20);
  await stopping;
  const stop = writes.find(({ hex }) => hex === '0801');
  // It waits for the request for control and for one operation that was under way.
  expect((stop?.atMs ?? Number.POSITIVE_INFINITY) - (subscribedAtMs ?? 0)).toBeLessThanOrEqual(2 * SLOW_MS);
  expect([app.left(), app.runs()]).toEqual([[], false]);
  app.close();
  world.db.close();
});
