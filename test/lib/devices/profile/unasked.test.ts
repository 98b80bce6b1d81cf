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

describe('a stop', () => {
  const stopFaults = (name: string, frame: { to: string; bytes: unknown[] }, change: object = {}) => {
    const profile = { ...read(name), ...change };
    profile.frames = { ...profile.frames, extra: frame };
    profile.stop = ['extra', ...profile.stop];
    const parsed = parseProfile(JSON.stringify(profile));
    return parsed.ok ? [] : parsed.faults.map(({ path, code }) => `${path}: ${code}`);
  };
  const refused = ['stop[0]: stop-commands'];

  it.each([
    ['sets levels', 'jensen', ['12 0A 0A 00 00 00']],
    ['sets one level and leaves the other at 0', 'jensen', ['12 00', '01 00 00 00']],
    ['starts a belt', 'kingsmith-walkingpad', ['F7 A2 04 01', { checksum: 'sum8', from: 1 }, 'FD']],
    ['sets the lowest speed of a belt', 'kingsmith-walkingpad', ['F7 A2 01 05', { checksum: 'sum8', from: 1 }, 'FD']],
    ['sets a speed below the lowest', 'kingsmith-walkingpad', ['F7 A2 01 03', { checksum: 'sum8', from: 1 }, 'FD']],
    ['sets a speed above the highest', 'kingsmith-walkingpad', ['F7 A2 01 46', { checksum: 'sum8', from: 1 }, 'FD']],
    ['toggles', 'linak', ['91 00']],
    ['is a nudge', 'linak', ['A8 00']],
    ['sets the next programme', 'linak', ['81 00']],
    ['chooses a programme', 'bedjet-3', ['01 03']],
    ['sets a temperature', 'bedjet-3', ['03 26']],
    ['sets a time', 'blockbluelight', ['3A 01 31 00 02 00 3C', { checksum: 'sum8', from: 1 }, '0A']],
  ])('that %s is refused', (_, name, bytes) => {
    expect(stopFaults(name, { to: 'command', bytes })).toEqual(refused);
  });

  it('that sets a level under a second name of its characteristic, or a level that the user chooses as a setting, is refused', () => {
    const { characteristics } = read('jensen');
    const alias = { characteristics: { ...characteristics, alias: structuredClone(characteristics.command) } };
    expect(stopFaults('jensen', { to: 'alias', bytes: ['12 0A 0A 00 00 00'] }, alias)).toEqual(refused);
    const settings = { settings: { ...read('jensen').settings, level: { kind: 'digits', default: '00' } } };
    const set = { to: 'command', bytes: ['12', { value: 'setting.level', type: 'digits' }, '00 00 00'] };
    expect(stopFaults('jensen', set, settings)).toEqual(refused);
  });

  it('that sets every level to 0, or is no command of the profile, is allowed', () => {
    expect(stopFaults('jensen', { to: 'command', bytes: ['12', '00 00', '00 00 00'] })).toEqual([]);
    expect(stopFaults('jensen', { to: 'command', bytes: ['13 01 01 00 00 00'] })).toEqual([]);
    expect(stopFaults('kingsmith-walkingpad', { to: 'command', bytes: ['F7 A2 01 00', { checksum: 'sum8', from: 1 }, 'FD'] })).toEqual([]);
    // The number after the highest level of the head is the 0 of the foot.
    expect(stopFaults('richmat-nordic', { to: 'command', bytes: ['9C'] })).toEqual([]);
  });

  it('opens no way to start a device in its set-up', () => {
    const profile = read('jensen');
    profile.frames.extra = { to: 'command', bytes: ['12 0A 0A 00 00 00'] };
    profile.stop = ['extra', ...profile.stop];
    profile.setUp = [...profile.setUp, { write: 'extra' }];
    expect(parseProfile(JSON.stringify(profile)).ok).toBe(false);
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
