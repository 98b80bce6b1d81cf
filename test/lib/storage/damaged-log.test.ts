import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerScreening, logBetween, putActivity, type ReboundDatabase, setSetting } from '../../../lib/storage';
import { readTodayIn } from '../../../lib/today/read-today';
import { freshDatabase } from '../../support/database';
import { aRun } from '../../support/plans';
import { putRaw } from '../../support/rows';

/** A damaged entry of the log must not let the plan offer again what the day has had. */

const DAY = '2026-05-04';
const NOON_MS = new Date(2026, 4, 4, 12).getTime();
const ROW = {
  id: 'own cold-water-immersion@2026-05-04',
  itemId: null,
  world: 'own',
  day: DAY,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  modality: 'cold-water-immersion',
  startMs: NOON_MS - 3_600_000,
  minutes: 5,
  outcome: 'done',
  reason: null,
};
const COLD = ['cold-water-immersion', 'contrast', 'cryotherapy'];

let db: ReboundDatabase;
beforeEach(async () => {
  db = freshDatabase();
  await answerScreening(db, [], NOON_MS - 86_400_000);
  await setSetting(db, 'goal', 'endurance');
  await setSetting(db, 'equipment', ['cold-bath', 'cryo-chamber', 'sauna', 'warm-bath', 'foam-roller']);
  await setSetting(db, 'wake', '07:00');
  await setSetting(db, 'bed', '22:30');
});
afterEach(() => db.close());

const ofToday = async () => {
  const { plan } = await readTodayIn(db, 'own', NOON_MS);
  return [...plan.items, ...plan.optional].filter(({ day }) => day === DAY).map(({ modality }) => modality);
};

describe('the day’s limit of cold', () => {
  it('is free without an entry, and used up by a whole one', async () => {
    expect((await ofToday()).some((modality) => COLD.includes(modality))).toBe(true);
    await putRaw(db, 'planLog', ROW);
    expect((await ofToday()).filter((modality) => COLD.includes(modality))).toEqual([]);
  });

  it('property: is used up by an entry with one damaged field, wherever its day can still be read', async () => {
    const damage = fc.tuple(
      fc.constantFrom(...Object.keys(ROW).filter((field) => field !== 'id')),
      fc.constantFrom(undefined, Number.NaN, 'x', {}, [1]),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([field, value]) => {
        await db.planLog.clear();
        await putRaw(db, 'planLog', { ...ROW, [field]: value });
        expect((await ofToday()).filter((modality) => COLD.includes(modality))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('of heat and supplements is used up too where it cannot be read what was done', async () => {
    await putRaw(db, 'planLog', { ...ROW, modality: 'dry-ice' });
    const [entry] = await logBetween(db, 'own', DAY, DAY);
    expect(entry).toMatchObject({ modality: null, outcome: 'done', unread: true });
    expect(await ofToday()).not.toContain('sauna');
    expect(await ofToday()).not.toContain('warm-bath');
    expect(await ofToday()).toContain('foam-rolling');
  });

  it('is named by the item where the modality is damaged', async () => {
    await putRaw(db, 'planLog', { ...ROW, itemId: 'sauna@2026-05-04', modality: 7 });
    expect((await logBetween(db, 'own', DAY, DAY))[0]?.modality).toBe('sauna');
  });

  it('of other days stays free: an entry without day and instant counts on none', async () => {
    await putRaw(db, 'planLog', { ...ROW, day: 'x', startMs: Number.NaN });
    expect(await logBetween(db, 'own', '1970-01-01', '2199-12-31')).toEqual([]);
  });
});

describe('rolling without its item, after a run', () => {
  it.each([
    [20 / 60, false],
    [3, true],
  ])('of %s min does the item that follows the run: %s', async (minutes, done) => {
    const ranMs = NOON_MS - 2 * 3_600_000;
    await putActivity(db, aRun(ranMs, { day: DAY }));
    // In the evening, when it is rolling's time.
    const nowMs = NOON_MS + 8 * 3_600_000;
    await putRaw(db, 'planLog', { ...ROW, modality: 'foam-rolling', minutes, day: DAY, startMs: nowMs - 3_600_000 });
    const { plan } = await readTodayIn(db, 'own', nowMs);
    const ids = plan.items.filter(({ modality }) => modality === 'foam-rolling').map(({ id }) => id);
    expect(ids.some((id) => id.endsWith('+'))).toBe(!done);
  });
});
