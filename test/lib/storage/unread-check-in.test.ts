import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSessionConditions } from '../../../lib/devices/links/controlled';
import {
  answerCheckIn,
  answerScreening,
  BLANK_CHECK_IN,
  checkInsBetween,
  countChecks,
  deleteDamagedRow,
  getCheckIn,
  getSettings,
  isUsualUnread,
  type ReboundDatabase,
  readDamagedRows,
  setSetting,
} from '../../../lib/storage';
import { readToday } from '../../../lib/today/read-today';
import { readFoodAndSleep } from '../../../lib/views/food-and-sleep';
import { TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { START_MS } from '../../support/packets';
import { aRow, putRaw } from '../../support/rows';

const NOW_MS = START_MS + 3_600_000;
/** What may be planned while illness is unknown. */
const UNGUARDED = ['sleep', 'rest-day', 'fluids', 'carbohydrate'];
const DAMAGED = {
  ...aRow('checkIns', 0),
  pain: [
    { region: 'knees', level: 'much', signs: [] },
    { region: 'calves', level: 8, signs: [] },
  ],
  mood: 9,
};
const OF_TODAY = { world: 'own', day: TODAY, timeZone: 'UTC' } as const;

let db: ReboundDatabase;
beforeEach(async () => {
  db = freshDatabase();
  await answerScreening(db, [], NOW_MS - 1000);
});
afterEach(() => db.close());

const today = () => readToday(db, NOW_MS);
const due = async () => (await readSessionConditions(db, 'own', NOW_MS)).screeningDue;

describe('a damaged check-in', () => {
  beforeEach(() => putRaw(db, 'checkIns', DAMAGED));

  it('keeps the readable answers, and names the others, in every reader', async () => {
    const expected = { energy: 3, mood: null, ill: false, pain: [{ region: 'calves', level: 8, signs: [] }], unread: ['mood', 'pain'] };
    expect(await getCheckIn(db, 'own', TODAY)).toMatchObject(expected);
    expect((await checkInsBetween(db, 'own', TODAY, TODAY))[0]).toMatchObject(expected);
    const seen: unknown[] = [];
    await db.checkIns.toCollection().each((row) => seen.push(row));
    await db.checkIns
      .toCollection()
      .reverse()
      .each((row) => seen.push(row));
    expect(seen).toMatchObject([expected, expected]);
  });

  it('blocks planning and starting until it is answered, and the verdict says so', async () => {
    await db.settings.bulkPut([['foam-roller', 'sauna', 'bath'], 240, '07:00', '22:30'], ['equipment', 'timeBudgetMin', 'wake', 'bed']);
    const before = await today();
    expect([before.readiness.rule, before.readiness.verdict]).toEqual(['answers-unread', 'easy']);
    expect(before.plan.items.filter(({ modality }) => !UNGUARDED.includes(modality))).toEqual([]);
    expect(await due()).toBe('answers-unread');
    await answerCheckIn(db, OF_TODAY, { pain: [] }, NOW_MS);
    expect(await due()).toBeNull();
    expect((await getCheckIn(db, 'own', TODAY))?.unread).toEqual(['mood']);
    const after = await today();
    expect(after.readiness.rule).not.toBe('answers-unread');
    expect(after.plan.items.filter(({ modality }) => !UNGUARDED.includes(modality))).not.toEqual([]);
    await answerCheckIn(db, OF_TODAY, { mood: 3 }, NOW_MS);
    expect(await getCheckIn(db, 'own', TODAY)).not.toHaveProperty('unread');
  });

  it('stays listed, and deleting it deletes no question', async () => {
    const [listed] = await readDamagedRows(db);
    if (listed === undefined) throw new Error('it is listed');
    await deleteDamagedRow(db, listed);
    expect(await readDamagedRows(db)).toEqual([]);
    expect(await due()).toBe('answers-unread');
  });
});

it('counts a readable illness, whatever else is unreadable', async () => {
  await putRaw(db, 'checkIns', { ...aRow('checkIns', 0), ill: true, injured: 'perhaps' });
  const { readiness, situation } = await today();
  expect([readiness.verdict, readiness.rule, situation.health.ill]).toEqual(['rest', 'ill', true]);
});

it('property: any value of an answer: the others are kept, and only this one is asked again', async () => {
  const fields = Object.keys(BLANK_CHECK_IN) as (keyof typeof BLANK_CHECK_IN)[];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), fc.constantFrom(Number.NaN, { odd: 1 }, undefined, -7, [[]]), async (field, value) => {
      const complete = aRow('checkIns', 0) as unknown as Record<string, unknown>;
      await putRaw(db, 'checkIns', { ...complete, [field]: value });
      const read = (await getCheckIn(db, 'own', TODAY)) as unknown as Record<string, unknown>;
      expect(read.unread).toEqual([field]);
      for (const other of fields) if (other !== field) expect(read[other]).toEqual(complete[other]);
    }),
    { numRuns: 40 },
  );
});

describe('protein', () => {
  const waits = async () => (await readFoodAndSleep(db, 'own', await today(), NOW_MS)).proteinWaits;

  it('is blocked by an unreadable screening until it is answered', async () => {
    expect(await waits()).toBeNull();
    await db.settings.put(['kidney-disease-2'], 'contraindications');
    expect(await waits()).toBe('unread');
    await answerScreening(db, [], NOW_MS);
    expect(await waits()).toBeNull();
  });
});

describe('counting checks', () => {
  it('leaves out unreadable ones and those of another world', async () => {
    await putRaw(db, 'checks', { id: 'damaged', world: 'own', day: TODAY, startedAtMs: 5 });
    expect(await countChecks(db, 'own')).toBe(0);
    await db.checks.put(aRow('checks', 0) as never);
    expect([await countChecks(db, 'own'), await countChecks(db, 'demo')]).toEqual([1, 0]);
  });
});

describe('unreadable usual levels', () => {
  const unread = async (...ids: string[]) => {
    const settings = await getSettings(db);
    return ids.filter((id) => isUsualUnread(settings, id));
  };

  it('are asked again for their device, until they are set', async () => {
    await db.settings.put({ boots: { legs: 3 }, gun: { head: 'much' }, bed: 7 }, 'usualLevels');
    expect(await unread('boots', 'gun', 'bed')).toEqual(['gun', 'bed']);
    await setSetting(db, 'usualLevels', { ...(await getSettings(db)).usualLevels, gun: { head: 2 } });
    expect(await unread('boots', 'gun', 'bed')).toEqual(['bed']);
    expect((await getSettings(db)).usualLevels).toEqual({ boots: { legs: 3 }, gun: { head: 2 } });
  });

  it('are asked again for every device when nothing is readable', async () => {
    await db.settings.put('garbage', 'usualLevels');
    expect(await unread('boots', 'gun')).toEqual(['boots', 'gun']);
    await setSetting(db, 'usualLevels', { gun: { head: 2 } });
    expect(await unread('boots', 'gun')).toEqual(['boots']);
  });
});
