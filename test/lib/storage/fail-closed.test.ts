import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONTRAINDICATIONS, screeningDue } from '../../../lib/catalogue';
import {
  answerScreening,
  changeSetting,
  forgetUnread,
  getSettings,
  type ReboundDatabase,
  readDamagedRows,
  setSetting,
  standsUp,
  tickScreening,
} from '../../../lib/storage';
import { readToday } from '../../../lib/today/read-today';
import { freshDatabase } from '../../support/database';
import { START_MS } from '../../support/packets';

const NOW_MS = START_MS + 3_600_000;
/** What may be planned before the health questions: nothing that a contraindication excludes. */
const UNGUARDED = ['sleep', 'rest-day', 'fluids', 'carbohydrate'];

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

const due = async () => screeningDue((await getSettings(db)).screening, NOW_MS);
const planned = async () => {
  const { plan } = await readToday(db, NOW_MS);
  return [...new Set(plan.items.map(({ modality }) => modality))];
};

describe('contraindications with an unknown one', () => {
  beforeEach(async () => {
    await answerScreening(db, ['pregnancy'], NOW_MS - 1000);
    await db.settings.put(['pregnancy', 'cold-urticaria-2'], 'contraindications');
  });

  it('keep the known ones, and name the others', async () => {
    const settings = await getSettings(db);
    expect(settings.contraindications).toEqual(['pregnancy']);
    expect(settings.askAgain.contraindications).toEqual(['cold-urticaria-2']);
  });

  it('make the screening due until it is answered', async () => {
    expect(await due()).toBe('unread');
    await answerScreening(db, ['pregnancy'], NOW_MS);
    expect(await due()).toBeNull();
    expect((await getSettings(db)).askAgain.contraindications).toEqual([]);
    expect(await readDamagedRows(db)).toEqual([]);
  });

  it('block planning of everything that they could rule out, until the screening is answered', async () => {
    await db.settings.bulkPut([['foam-roller', 'sauna', 'bath'], 240, '07:00', '22:30'], ['equipment', 'timeBudgetMin', 'wake', 'bed']);
    expect((await planned()).filter((modality) => !UNGUARDED.includes(modality))).toEqual([]);
    await answerScreening(db, [], NOW_MS);
    expect((await planned()).filter((modality) => !UNGUARDED.includes(modality))).not.toEqual([]);
  });

  it('are not dropped by other writes', async () => {
    await setSetting(db, 'contraindications', ['pregnancy', 'syncope']);
    await changeSetting(db, 'contraindications', (before) => before.filter((one) => one !== 'pregnancy'));
    await tickScreening(db, 'ill', NOW_MS);
    const settings = await getSettings(db);
    expect(settings.contraindications).toEqual(['syncope']);
    expect(settings.askAgain.contraindications).toEqual(['cold-urticaria-2']);
    expect(await due()).toBe('unread');
  });

  it('allow no standing part of a check', async () => {
    await answerScreening(db, [], NOW_MS);
    await setSetting(db, 'standUp', true);
    expect(standsUp(await getSettings(db))).toBe(true);
    await db.settings.put(['no-such-code'], 'contraindications');
    expect(standsUp(await getSettings(db))).toBe(false);
  });
});

it('property: any row of the screening: known answers count, and everything else makes it due', async () => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom('cold-urticaria-2', '', Number.NaN, null, 5));
  const known = fc.constantFrom(...CONTRAINDICATIONS);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(known, odd), { maxLength: 6 }), async (row) => {
      await answerScreening(db, [], NOW_MS);
      await db.settings.put(row, 'contraindications');
      const expected = row.filter((one) => CONTRAINDICATIONS.some((code) => code === one));
      const settings = await getSettings(db);
      expect(settings.contraindications).toEqual(expected);
      expect(screeningDue(settings.screening, NOW_MS)).toBe(expected.length === row.length ? null : 'unread');
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['contraindications', 'garbage'],
  ['contraindications', { 0: 'dvt' }],
  ['contraindications', null],
  ['screening', 'garbage'],
  ['screening', { answeredAtMs: 'yesterday', ticks: {} }],
  ['screening', { answeredAtMs: NOW_MS, ticks: { 'had-a-stroke': NOW_MS } }],
  ['screening', { answeredAtMs: NOW_MS }],
  ['profile', { birthYear: 'x', sex: 'male' }],
  ['profile', 7],
] as const)('a row of %s that holds %o blocks until the screening is answered', async (key, value) => {
  await answerScreening(db, [], NOW_MS);
  expect(await due()).toBeNull();
  await db.settings.put(value, key);
  expect(await due()).toBe('unread');
  expect(await readDamagedRows(db)).toEqual([]);
  await answerScreening(db, [], NOW_MS);
  expect(await due()).toBeNull();
});

it('keeps valid ticks of a screening', async () => {
  await db.settings.put({ answeredAtMs: 'x', ticks: { ill: 5, injured: 'x' } }, 'screening');
  expect((await getSettings(db)).screening).toEqual({ answeredAtMs: null, ticks: { ill: 5 }, unread: true });
});

describe('a partly damaged profile', () => {
  beforeEach(async () => {
    await db.settings.put({ sex: 'x', massKg: 70, birthYear: 1980, hrMaxBpm: Number.NaN, hrRestBpm: 50, lthrBpm: null }, 'profile');
  });

  it('keeps the valid fields, and names the others', async () => {
    const { profile, askAgain } = await getSettings(db);
    expect(profile).toEqual({ sex: 'unstated', massKg: 70, birthYear: 1980, hrMaxBpm: null, hrRestBpm: 50, lthrBpm: null });
    expect(askAgain.profile).toEqual(['sex', 'hrMaxBpm']);
  });

  it('keeps naming them when another field changes, until they are answered or emptied', async () => {
    await changeSetting(db, 'profile', (before) => ({ ...before, massKg: 71 }));
    expect((await getSettings(db)).askAgain.profile).toEqual(['sex', 'hrMaxBpm']);
    await changeSetting(db, 'profile', (before) => ({ ...before, hrMaxBpm: 190 }));
    expect((await getSettings(db)).askAgain.profile).toEqual(['sex']);
    await forgetUnread(db, ['sex']);
    const { profile, askAgain } = await getSettings(db);
    expect(askAgain.profile).toEqual([]);
    expect(profile).toMatchObject({ sex: 'unstated', massKg: 71, hrMaxBpm: 190, hrRestBpm: 50 });
  });
});

it('ignores invalid usual levels of all devices: they start at their lowest', async () => {
  await db.settings.put({ boots: { legs: 3 }, gun: { head: 'much' }, bed: 7, belt: { speed: Number.NaN } }, 'usualLevels');
  expect((await getSettings(db)).usualLevels).toEqual({ boots: { legs: 3 } });
});
