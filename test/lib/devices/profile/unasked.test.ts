import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindOfProfile, parseProfile } from '../../../../lib/devices/profile';
import { couldEqual } from '../../../../lib/devices/profile/could-equal';
import type { DeviceProfile } from '../../../../lib/devices/profile/schema';
import { withinLimits } from '../../../../lib/devices/profile/within-limits';
import { deviceRig, rigWorld } from '../../../support/device-rig';

const read = (name: string) => JSON.parse(readFileSync(`lib/devices/profiles/${name}.json`, 'utf8'));

/** The profile of the Jensen bed with one more frame, sent by set-up or poll. */
function jensenWith(where: 'setUp' | 'poll', bytes: unknown[]) {
  const profile = read('jensen');
  profile.frames.extra = { to: 'command', bytes };
  if (where === 'setUp') profile.setUp = [...profile.setUp, { write: 'extra' }];
  else profile.poll = { everyMs: 1000, steps: [{ write: 'extra' }] };
  return parseProfile(JSON.stringify(profile));
}

describe('what a profile sends without being asked', () => {
  it.each([
    ['a level under another name', ['12 0A 0A 00 00 00']],
    ['a level in several parts', ['12', '0A 0A', '00 00 00']],
    ['a level of which one byte is a text', ['12', { text: 'A' }, '0A 00 00 00']],
  ])('%s is refused in set-up and poll', (_, bytes) => {
    for (const where of ['setUp', 'poll'] as const) {
      const parsed = jensenWith(where, bytes);
      expect(parsed.ok ? [] : parsed.faults.map(({ code }) => code)).toContain('command-frame-in-set-up');
    }
  });

  it.each([
    ['a question', ['0B 00 00 00 00 00']],
    ['a shorter frame', ['12 0A 0A']],
    ['a stop', ['12 00 00 00 00 00']],
  ])('%s is allowed', (_, bytes) => {
    expect(jensenWith('poll', bytes).ok).toBe(true);
  });

  it.each([
    ['the same place', [{ service: '1234', uuids: ['1111'] }]],
    ['the same place in full', [{ service: '00001234-0000-1000-8000-00805f9b34fb', uuids: ['00001111-0000-1000-8000-00805f9b34fb'] }]],
    [
      'one place of several',
      [
        { service: 'fff0', uuids: ['fff1'] },
        { service: '1234', uuids: ['2222', '1111'], property: 'write' },
      ],
    ],
  ])('a level to a second name of its characteristic is refused: %s', (_, at) => {
    const profile = read('jensen');
    profile.characteristics.alias = { at, write: 'either' };
    profile.frames.extra = { to: 'alias', bytes: ['12 0A 0A 00 00 00'] };
    profile.setUp = [...profile.setUp, { write: 'extra' }];
    const parsed = parseProfile(JSON.stringify(profile));
    expect(parsed.ok ? [] : parsed.faults.map(({ code }) => code)).toEqual(['command-frame-in-set-up']);
  });

  it('frames of characteristics at different places are never the same', () => {
    const profile = read('jensen') as DeviceProfile;
    const other = { at: [{ service: '1234', uuids: ['2222'] }], write: 'either' as const };
    const both = { ...profile, characteristics: { ...profile.characteristics, other } };
    const frame = { to: 'command', bytes: ['12'] };
    expect(couldEqual(both, frame, { ...frame, to: 'other' })).toBe(false);
    expect(couldEqual(both, frame, frame)).toBe(true);
  });
});

it('the poll of an imported profile writes nothing from a stop until the next command', async () => {
  const parsed = parseProfile(JSON.stringify(read('kingsmith-walkingpad')));
  if (!parsed.ok) throw new Error('the profile does not parse');
  const world = { ...rigWorld('kingsmith-walkingpad'), driverKind: kindOfProfile(parsed.profile) };
  const app = await deviceRig(world);
  await app.passing(app.pair());
  await app.pass(3);
  const asked = world.model.accepted.length;
  expect(asked).toBeGreaterThan(1);
  await app.passing(app.registry.stopAll());
  await app.pass(1);
  const stopped = world.model.accepted.length;
  await app.pass(30);
  expect(world.model.accepted.length).toBe(stopped);
  const driver = app.registry.controlled(app.id)?.driver;
  await app.passing(driver?.apply({ kind: 'start' }) ?? Promise.reject(new Error('no driver')));
  await app.pass(3);
  expect(world.model.accepted.length).toBeGreaterThan(stopped + 2);
  app.close();
  world.db.close();
});

describe('the last check before a write', () => {
  const profile = read('kingsmith-walkingpad') as DeviceProfile;
  const speed = profile.frames.speed;
  it.each([
    [0.5, true],
    [6, true],
    [0.4, false],
    [6.1, false],
    [Number.NaN, false],
  ])('a belt at %s km/h: %s', (level, allowed) => {
    if (speed === undefined) throw new Error('the profile sends no speed');
    expect(withinLimits(profile, speed, { levels: { belt: level }, settings: {} })).toBe(allowed);
  });

  it('a range above the ceiling of its unit allows no more than the ceiling', () => {
    if (speed === undefined) throw new Error('the profile sends no speed');
    const zones = (profile.zones ?? []).map((zone) => ({ ...zone, range: { min: 0.5, max: 20, step: 0.1 } }));
    expect(withinLimits({ ...profile, zones }, speed, { levels: { belt: 8 }, settings: {} })).toBe(true);
    expect(withinLimits({ ...profile, zones }, speed, { levels: { belt: 8.1 }, settings: {} })).toBe(false);
  });
});
