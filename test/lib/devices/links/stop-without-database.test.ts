import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SessionPlan } from '../../../../lib/catalogue';
import { type Capabilities, DriverFault, type DriverKind, type Zone } from '../../../../lib/devices/driver';
import { type Mark, makeMark } from '../../../../lib/devices/marks/mark';
import { memoryMarks } from '../../../../lib/devices/marks/mark-store';
import { findStopKind } from '../../../../lib/devices/marks/stop-kind';
import { kindOfProfile, parseProfile } from '../../../../lib/devices/profile';
import { framedDevices } from '../../../../lib/simulated/framed';
import { rememberDevice } from '../../../../lib/storage';
import { freshDatabase } from '../../../support/database';
import { deviceRig, type RigWorld, rigWorld } from '../../../support/device-rig';
import { everyProfile, profile } from '../profiles/profiles';
import { makePlan } from '../session/set-up';

/** A device of an imported profile that ran when Rebound closed, and a database that does not answer: the mark alone must do for a stop. */

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.restoreAllMocks();
});

/** The kind of a profile as if the user had imported it. */
function imported(id: string): DriverKind {
  const parsed = parseProfile(JSON.stringify({ ...profile(id), id: `own-${id}` }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return kindOfProfile(parsed.profile);
}

/** Everything a little: the lowest levels that are not off, and what can only be switched. */
function aLittle({ zones, temperatureC, programmes }: Capabilities): SessionPlan {
  const level = ({ control, range }: Zone) => (control === 'switch' ? 1 : Math.max(range?.min ?? 0, range?.step ?? 1));
  const levels = Object.fromEntries(zones.filter(({ control }) => control !== 'relative').map((zone) => [zone.id, level(zone)]));
  const [programme] = Object.keys(levels).length > 0 ? [] : programmes;
  return makePlan({
    seconds: 600,
    levels,
    ...(temperatureC === null ? {} : { temperatureC: temperatureC.min }),
    ...(programme === undefined ? {} : { programme: programme.id }),
  });
}

const nudge = ({ id }: Zone) => ({ kind: 'nudge', zone: id, direction: 'up' }) as const;

/** A database on which every read and write waits for ever. */
function blockedDatabase() {
  const db = freshDatabase();
  db.on('ready', () => new Promise(() => {}), true);
  return db;
}

async function crashed(id: string) {
  const kind = imported(id);
  const world: RigWorld = { ...rigWorld(id, memoryMarks(), kind), kinds: [kind] };
  const app = await deviceRig(world);
  await app.passing(app.pair());
  expect(app.start({ ...aLittle(kind.capabilities), modality: 'bed-massage' })).toBe(true);
  await app.pass(20);
  // What has only steps up and down rests until a person presses one.
  const [byHand] = kind.capabilities.zones.filter(({ control }) => control === 'relative');
  if (byHand !== undefined) await app.passing(app.registry.controlled(app.id)?.driver.apply(nudge(byHand)) ?? Promise.resolve());
  expect(app.runs()).toBe(true);
  world.radio.setInReach(app.id, false);
  await app.pass(1);
  app.close();
  ends.push(() => world.db.close());
  world.radio.setInReach(app.id, true);
  return world;
}

/** The next app tab: the profile is not known, and neither is the device. */
async function next(world: RigWorld, changes: Partial<RigWorld>) {
  const app = await deviceRig({ ...world, kinds: [], ...changes });
  ends.push(() => app.close());
  return app;
}

const STOPPABLE = everyProfile.filter(({ id, stop }) => stop !== undefined && id in framedDevices).map(({ id }) => id);

describe('a device of an imported profile that was left running', () => {
  it('is every profile that can stop and has a simulated device', () => {
    expect(STOPPABLE.length).toBeGreaterThan(10);
  });

  it.each(STOPPABLE)('%s: is stopped by the next tab while the database does not answer, and rests from then on', async (id) => {
    const world = await crashed(id);
    const app = await next(world, { db: blockedDatabase(), blocked: true });
    expect([app.left(), app.runs()]).toEqual([[app.id], true]);
    const before = world.model.accepted.length;
    await app.passing(app.registry.stop(app.id, true));
    await app.pass(20);
    expect([app.runs(), app.left()]).toEqual([false, []]);
    // Whatever follows the stop may not move the device again.
    await app.pass(120);
    expect([app.runs(), world.model.accepted.length > before]).toEqual([false, true]);
  });

  it('is stopped although the user removed its profile meanwhile', async () => {
    const world = await crashed('bedtech-bed');
    const db = freshDatabase();
    ends.push(() => db.close());
    const { address, name } = world.model;
    await rememberDevice(db, { ...ROW, id: address, name, gadget: 'own-bedtech-bed' });
    const app = await next(world, { db });
    await app.passing(app.registry.stop(app.id, true));
    await app.pass(20);
    expect([app.runs(), app.left()]).toEqual([false, []]);
  });

  it('is driven by the user’s own profile where that is known', async () => {
    const world = await crashed('bedtech-bed');
    const app = await next(world, { db: freshDatabase(), kinds: [world.driverKind] });
    await app.passing(app.registry.stop(app.id, true));
    await app.pass(20);
    expect([app.runs(), app.registry.controlled(app.id)?.driverKind]).toEqual([false, world.driverKind]);
  });

  it('cannot be started over the link that was made for the stop', async () => {
    const world = await crashed('bedtech-bed');
    const app = await next(world, { db: blockedDatabase(), blocked: true });
    await app.passing(app.registry.stop(app.id, true));
    await app.pass(20);
    const controlled = app.registry.controlled(app.id);
    expect(controlled?.driverKind.disabled).toBe('stop-only');
    const before = world.model.accepted.length;
    expect(app.start(aLittle(world.driverKind.capabilities))).toBe(false);
    // Nor by what would go past the rules of a session.
    await expect(controlled?.driver.apply({ kind: 'start' })).rejects.toEqual(new DriverFault('disabled', 'stop only'));
    await app.pass(60);
    expect([app.runs(), world.model.accepted.slice(before)]).toEqual([false, []]);
  });
});

const ROW = {
  kind: 'recovery',
  manufacturer: null,
  model: null,
  firmware: null,
  batteryPct: null,
  class: 'unknown',
  location: null,
  lastSeenMs: 1,
} as never as Parameters<typeof rememberDevice>[1];

describe('the kind for a stop', () => {
  const kind = imported('bedtech-bed');
  const makeBedMark = (changes: Partial<Mark> = {}, text = kind.imported ?? ''): Mark => ({
    ...makeMark({ id: 'x', name: 'Bed' }, kind, kind.capabilities, 1),
    reach: { profile: text, settings: {}, secrets: {} },
    ...changes,
  });

  it('is one object a mark, so that its device keeps its link', () => {
    const mark = makeBedMark();
    expect(findStopKind(mark)).not.toBeNull();
    expect(findStopKind(mark)).toBe(findStopKind(mark));
  });

  it.each<[string, Mark]>([
    ['of another kind than the mark', makeBedMark({ driverKind: 'own-other-bed' })],
    ['of a kind of the product', makeBedMark({ driverKind: 'jensen-bed' }, JSON.stringify(profile('jensen-bed')))],
    ['of a mark that could not be read', makeBedMark({ driverKind: null })],
    ['that is no JSON', makeBedMark({}, '{"id":')],
    ['that fails today’s checks', makeBedMark({}, (kind.imported ?? '').replace('"stop":["off"]', '"stop":["of"]'))],
    ['without a stop', makeBedMark({}, JSON.stringify({ ...profile('bedtech-bed'), id: 'own-bedtech-bed', stop: undefined }))],
    ['that is empty', makeBedMark({}, '')],
  ])('is not made from a profile %s', (_, mark) => {
    expect(findStopKind(mark)).toBeNull();
  });
});
