import { describe, expect, it } from 'vitest';
import { findExclusions, toHealthState } from '../../../lib/catalogue';
import { toDay } from '../../../lib/core/day';
import { DAY_MS } from '../../../lib/core/time';
import { answerScreening, answerStill, findAskedTicks, findTickDetails, getSettings } from '../../../lib/storage';
import { freshDatabase } from '../../support/database';

const MONDAY_MS = Date.UTC(2026, 4, 4, 7);
const [MONDAY, TUESDAY] = [toDay(MONDAY_MS), toDay(MONDAY_MS + DAY_MS)];

describe('the answers to the health questions', () => {
  it('keep what was said with each tick, and only that', async () => {
    const db = freshDatabase();
    await answerScreening(db, ['acute-injury', 'diabetes'], MONDAY_MS, {
      doctorAgreed: ['diabetes', 'pregnancy'],
      tickPlaces: { 'acute-injury': ['calves'], 'open-wound': ['feet'] },
      fasting: { from: '04:30', to: '20:40' },
    });
    expect(findTickDetails(await getSettings(db))).toEqual({
      doctorAgreed: ['diabetes'],
      places: { 'acute-injury': ['calves'] },
      fasting: null,
    });
  });

  it('are complete: what was said before is replaced', async () => {
    const db = freshDatabase();
    await answerScreening(db, ['fasting', 'diabetes'], MONDAY_MS, { doctorAgreed: ['diabetes'], fasting: { from: '04:30', to: '20:40' } });
    expect((await getSettings(db)).fasting).toEqual({ from: '04:30', to: '20:40' });
    await answerScreening(db, ['fasting', 'diabetes'], MONDAY_MS);
    expect(findTickDetails(await getSettings(db))).toEqual({ doctorAgreed: [], places: {}, fasting: null });
  });

  it.each([
    ['doctorAgreed', 'all of them'],
    ['doctorAgreed', [{ all: true }]],
    ['tickPlaces', { 'acute-injury': 'calves' }],
    ['tickPlaces', ['acute-injury']],
    ['fasting', { from: 'dawn', to: '20:40' }],
  ])('fail closed where %s cannot be read (%o)', async (key, row) => {
    const db = freshDatabase();
    await answerScreening(db, ['acute-injury', 'diabetes', 'fasting'], MONDAY_MS);
    await db.settings.put(row, key);
    const settings = await getSettings(db);
    const { modalities } = findExclusions(toHealthState(settings.contraindications, null, undefined, findTickDetails(settings)));
    expect([modalities.has('sauna'), modalities.has('stretching'), settings.fasting]).toEqual([true, true, null]);
  });
});

describe('a tick that has an end', () => {
  const ticked = async () => {
    const db = freshDatabase();
    await answerScreening(db, ['fever', 'raynaud'], MONDAY_MS);
    return db;
  };
  const asked = async (db: ReturnType<typeof freshDatabase>, day: string) => findAskedTicks(await getSettings(db), day);

  it('is asked about from the next day on, and stands until it is answered', async () => {
    const db = await ticked();
    expect([await asked(db, MONDAY), await asked(db, TUESDAY)]).toEqual([[], ['fever']]);
    expect((await getSettings(db)).contraindications).toEqual(['fever', 'raynaud']);
  });

  it('that is not over stays, with the day of the answer', async () => {
    const db = await ticked();
    await answerStill(db, 'fever', { day: TUESDAY, still: true });
    const { contraindications, stillTicked } = await getSettings(db);
    expect([contraindications, stillTicked]).toEqual([['fever', 'raynaud'], { fever: { day: TUESDAY, still: true } }]);
    expect([await asked(db, TUESDAY), await asked(db, '2026-05-06')]).toEqual([[], ['fever']]);
  });

  it('that is over is ticked no longer; the answer stays, and the other ticks', async () => {
    const db = await ticked();
    await answerStill(db, 'fever', { day: TUESDAY, still: false });
    const { contraindications, stillTicked, screening } = await getSettings(db);
    expect([contraindications, stillTicked]).toEqual([['raynaud'], { fever: { day: TUESDAY, still: false } }]);
    expect(screening.answeredAtMs).toBe(MONDAY_MS);
    expect(await asked(db, '2026-05-06')).toEqual([]);
  });

  it('that is over takes its places with it', async () => {
    const db = freshDatabase();
    await answerScreening(db, ['acute-injury', 'open-wound'], MONDAY_MS, {
      tickPlaces: { 'acute-injury': ['calves'], 'open-wound': ['feet'] },
    });
    await answerStill(db, 'acute-injury', { day: TUESDAY, still: false });
    expect((await getSettings(db)).tickPlaces).toEqual({ 'open-wound': ['feet'] });
  });

  it('that comes back after an answer of an earlier day is a new one', async () => {
    const db = await ticked();
    await answerStill(db, 'fever', { day: TUESDAY, still: false });
    await answerScreening(db, ['fever'], MONDAY_MS + 5 * DAY_MS);
    expect((await getSettings(db)).stillTicked).toEqual({});
    expect(await asked(db, toDay(MONDAY_MS + 6 * DAY_MS))).toEqual(['fever']);
  });
});
