import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONTRAINDICATIONS, screeningDue } from '../../../lib/catalogue';
import {
  answerScreening,
  changeDayAnswers,
  changeSetting,
  findDayAnswers,
  findDiet,
  forgetUnread,
  forgetUnreadDiet,
  getSettings,
  type ReboundDatabase,
  readDamagedRows,
  setSetting,
  standsUp,
  tickScreening,
} from '../../../lib/storage';
import { readToday } from '../../../lib/today/read-today';
import { TODAY } from '../../support/checks';
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

  it('let nothing be planned that they could rule out, until the screening is answered', async () => {
    await db.settings.bulkPut(
      [['foam-roller', 'sauna', 'warm-bath'], 240, '07:00', '22:30'],
      ['equipment', 'timeBudgetMin', 'wake', 'bed'],
    );
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

describe('limits of the diet of which one does not fit', () => {
  beforeEach(() => db.settings.put(['no-nuts', 'no-sesame'], 'diet'));

  it('keep those that fit, and no food is named until the rest is settled', async () => {
    const settings = await getSettings(db);
    expect(settings.diet).toEqual(['no-nuts']);
    expect(settings.askAgain.diet).toEqual(['no-sesame']);
    expect(findDiet(settings)).toBeNull();
    await changeSetting(db, 'diet', (before) => [...before, 'no-eggs']);
    expect(findDiet(await getSettings(db))).toBeNull();
    await forgetUnreadDiet(db);
    expect(findDiet(await getSettings(db))).toEqual(['no-nuts', 'no-eggs']);
  });

  it('are not listed as damaged: deleting them there would answer them', async () => {
    expect(await readDamagedRows(db)).toEqual([]);
  });
});

describe('answers for one day', () => {
  const answers = async (day = TODAY) => findDayAnswers(await getSettings(db), day);
  const complete = { day: TODAY, alcohol: true, dehydrated: false, coldWaived: true };
  const put = (row: unknown) => db.settings.put(row, 'planDay');

  it.each(['dehydrated', 'coldWaived'] as const)('that lack %s keep the others', async (field) => {
    const { [field]: _, ...row } = complete;
    await put(row);
    expect(await answers()).toEqual({ ...complete, [field]: field === 'dehydrated', unread: [field] });
  });

  it.each([{ alcohol: 'yes' }, { dehydrated: null }, { coldWaived: 1 }])(
    'count what cannot be read as what rules out more: %o',
    async (damaged) => {
      await put({ day: TODAY, alcohol: false, dehydrated: false, coldWaived: true, ...damaged });
      const { alcohol, dehydrated, coldWaived, unread } = await answers();
      expect(unread).toEqual(Object.keys(damaged));
      expect({ alcohol, dehydrated, coldWaived }).toEqual({
        alcohol: 'alcohol' in damaged,
        dehydrated: 'dehydrated' in damaged,
        coldWaived: !('coldWaived' in damaged),
      });
      expect(await answers('2020-01-01')).toMatchObject({ alcohol: false, unread: [] });
    },
  );

  it('of an unreadable day count for every day, in the plan too', async () => {
    await put({ ...complete, day: 'today' });
    expect(await answers('2020-01-01')).toMatchObject({ alcohol: true, unread: ['day'] });
    expect((await readToday(db, NOW_MS)).situation.alcohol).toBe(true);
  });

  it('can be read again once they are confirmed or changed', async () => {
    await put({ ...complete, dehydrated: 'x' });
    await changeDayAnswers(db, TODAY, { dehydrated: false });
    expect(await answers()).toEqual({ ...complete, unread: [] });
  });
});

it('usual levels that do not fit count for no device: it starts at its lowest', async () => {
  await db.settings.put({ boots: { legs: 3 }, gun: { head: 'much' }, bed: 7, belt: { speed: Number.NaN } }, 'usualLevels');
  expect((await getSettings(db)).usualLevels).toEqual({ boots: { legs: 3 } });
});
