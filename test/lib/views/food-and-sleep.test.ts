import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import {
  answerScreening,
  BLANK_CHECK_IN,
  putActivity,
  putWeighing,
  type ReboundDatabase,
  type Settings,
  type StoredActivity,
  setSetting,
  type Weighing,
} from '../../../lib/storage';
import { readTodayIn } from '../../../lib/today/read-today';
import type { DayReading } from '../../../lib/today/today';
import { readFoodAndSleep } from '../../../lib/views/food-and-sleep';
import { freshDatabase } from '../../support/database';

const DAY = '2026-05-04';
const NOW = Date.parse(`${DAY}T18:00:00Z`);
const HOUR = 3_600_000;

const ran = (hoursAgo: number, minutes: number, rpe: number, more: Partial<StoredActivity> = {}): StoredActivity => ({
  id: `ran-${hoursAgo}`,
  world: 'own',
  source: 'typed',
  sourceId: null,
  timeZone: 'UTC',
  day: DAY,
  title: null,
  maxHrBpm: null,
  distanceM: null,
  edited: [],
  sport: 'run',
  startMs: NOW - hoursAgo * HOUR,
  movingTimeS: minutes * 60,
  avgHrBpm: null,
  rpe,
  kind: null,
  regions: [],
  ...more,
});

const weighed = (day: string, beforeKg: number, more: Partial<Weighing> = {}): Weighing => ({
  id: `w-${day}`,
  world: 'own',
  day,
  timeZone: 'UTC',
  atMs: Date.parse(`${day}T15:00:00Z`),
  beforeKg,
  afterKg: null,
  drunkMl: 0,
  passedMl: 0,
  activityId: null,
  ...more,
});

const today = (position: 'below' | 'within' | 'above' | null = null) =>
  ({
    day: DAY,
    readiness: { trend: position === null ? null : { mean7: 4, position, band: { low: 3.9, high: 4.1 } } },
  }) as unknown as DayReading;

async function profile(db: ReboundDatabase, changed: Partial<Settings['profile']>): Promise<void> {
  await setSetting(db, 'profile', {
    birthYear: null,
    sex: 'unstated',
    massKg: null,
    hrMaxBpm: null,
    hrRestBpm: null,
    lthrBpm: null,
    ...changed,
  });
}

const load = (db: ReboundDatabase, { trend = null as Parameters<typeof today>[0] } = {}) => readFoodAndSleep(db, 'own', today(trend), NOW);

describe('food and sleep', () => {
  it('after a hard hour: grams by mass, a cautious guess of water, and more in warm air', async () => {
    const db = freshDatabase();
    await answerScreening(db, [], NOW - 1000);
    await profile(db, { massKg: 70 });
    await putActivity(db, ran(2, 60, 8));
    const { after } = await load(db);
    // 0.25–0.4 g/kg held to 20–40; 5–7 g/kg; 10 ml/kg an hour, half to all of it, to 50 ml.
    expect(after).toMatchObject({
      effort: 'hard',
      protein: { proteinG: [20, 28] },
      carbohydrate: { carbohydrateGPerKg: [5, 7], carbohydrateG: [350, 490] },
      fluids: { fluidMl: [350, 700] },
      weighed: false,
    });
    await setSetting(db, 'airC', 24);
    expect((await load(db)).after?.fluids.fluidMl).toEqual([350, 700]);
    await setSetting(db, 'airC', 25);
    expect((await load(db)).after?.fluids.fluidMl).toEqual([500, 1000]);
  });

  it.each([
    ['the profile', async (db: ReboundDatabase) => profile(db, { massKg: 70 })],
    ['a weighing of months ago', async (db: ReboundDatabase) => putWeighing(db, weighed(addDays(DAY, -200), 70))],
  ])('the plan drinks and eats by the same mass and air, by %s', async (_, knowMass) => {
    const db = freshDatabase();
    await answerScreening(db, [], NOW - 1000);
    await knowMass(db);
    await setSetting(db, 'airC', 30);
    await putActivity(db, ran(1, 60, 8));
    const { after, massKg } = await load(db);
    const { plan, situation, judged } = await readTodayIn(db, 'own', NOW);
    expect([massKg, situation.massKg]).toEqual([70, 70]);
    expect(judged.clocks.fuel?.carbohydrateG).toEqual(after?.carbohydrate?.carbohydrateG);
    const day = plan.items.find(({ modality, variant }) => modality === 'carbohydrate' && variant === 'refuel');
    expect(day?.dose).toMatchObject({ ...after?.carbohydrate });
    const doses = plan.items.filter(({ id }) => id.endsWith('+')).map(({ modality, dose }) => ({ modality, dose }));
    expect(doses).toContainEqual({ modality: 'fluids', dose: expect.objectContaining({ fluidMl: after?.fluids.fluidMl }) });
    expect(doses).toContainEqual({ modality: 'protein', dose: expect.objectContaining({ proteinG: after?.protein.proteinG }) });
  });

  it('an easy half hour needs no refilling; a day later the session is not mentioned', async () => {
    const db = freshDatabase();
    await putActivity(db, ran(2, 30, 3));
    expect((await load(db)).after).toMatchObject({ carbohydrate: null, fluids: { toThirst: true } });
    const later = freshDatabase();
    await putActivity(later, ran(26, 60, 8));
    await putActivity(later, ran(1, 40, 2, { sport: 'walk' }));
    expect((await load(later)).after).toBeNull();
  });

  it('a session is mentioned for 24 hours after its end, and not a minute longer', async () => {
    const eatenFor = async (minutesAgo: number) => {
      const db = freshDatabase();
      await putActivity(db, ran((60 + minutesAgo) / 60, 60, 8, { day: minutesAgo > 12 * 60 ? addDays(DAY, -1) : DAY }));
      return (await load(db)).after?.activity.id ?? null;
    };
    expect([await eatenFor(24 * 60 - 1), await eatenFor(24 * 60)]).toEqual([expect.any(String), null]);
    // Not during the session.
    expect([await eatenFor(-1), await eatenFor(0)]).toEqual([null, expect.any(String)]);
  });

  it('a session without an effort uses its load, as in the plan', async () => {
    const db = freshDatabase();
    await profile(db, { hrMaxBpm: 190, hrRestBpm: 50 });
    await putActivity(db, ran(2, 60, 8, { rpe: null, avgHrBpm: 172 }));
    expect((await load(db)).after?.effort).toBe('hard');
  });

  it('water is based on a weighed loss', async () => {
    const db = freshDatabase();
    await answerScreening(db, [], NOW - 1000);
    await putActivity(db, ran(2, 60, 8));
    await putWeighing(db, weighed(DAY, 72, { afterKg: 71.2, drunkMl: 200, activityId: 'ran-2' }));
    expect((await load(db)).after).toMatchObject({ weighed: true, fluids: { fluidMl: [1250, 1500] }, protein: { proteinG: [20, 29] } });
  });

  it('water is based on a weighed loss even if the session was added after the weighing', async () => {
    const db = freshDatabase();
    await answerScreening(db, [], NOW - 1000);
    const run = ran(2, 60, 8);
    await putWeighing(db, weighed(DAY, 72, { afterKg: 71.2, drunkMl: 200, atMs: run.startMs - 5 * 60_000 }));
    await putActivity(db, run);
    expect((await load(db)).after).toMatchObject({ weighed: true, fluids: { fluidMl: [1250, 1500] } });
  });

  it('a loss weighed for another session is not used', async () => {
    const db = freshDatabase();
    await answerScreening(db, [], NOW - 1000);
    await profile(db, { massKg: 70 });
    await putActivity(db, ran(2, 60, 8));
    await putWeighing(db, weighed(DAY, 72, { afterKg: 71.2, drunkMl: 200, activityId: 'ran-9' }));
    expect((await load(db)).after).toMatchObject({ weighed: false, fluids: { fluidMl: [350, 700] } });
  });

  it('has no figures before the health questions are answered, nor for an eating disorder', async () => {
    for (const ticked of [null, ['eating-disorder']] as const) {
      const db = freshDatabase();
      await profile(db, { massKg: 70 });
      await putActivity(db, ran(2, 60, 8));
      if (ticked !== null) await answerScreening(db, [...ticked], NOW - 1000);
      const { after } = await load(db);
      expect([after?.protein, after?.carbohydrate]).toEqual([{ uncounted: 'named' }, { uncounted: 'named' }]);
      expect(after?.fluids).toEqual({ toThirst: true });
      expect((await readTodayIn(db, 'own', NOW)).judged.clocks.fuel?.carbohydrateG).toBeNull();
    }
  });

  it('names the hours of a fast', async () => {
    const db = freshDatabase();
    await answerScreening(db, ['fasting'], NOW - 1000, { fasting: { from: '04:30', to: '20:40' } });
    expect((await load(db)).fast).toEqual({ from: '04:30', to: '20:40' });
  });

  it('kidney disease removes protein, and the text says so', async () => {
    const db = freshDatabase();
    await setSetting(db, 'contraindications', ['kidney-disease']);
    await putActivity(db, ran(2, 60, 8));
    expect((await load(db)).noProtein.map(({ rule }) => rule)).toEqual(['kidney-disease']);
  });

  it('bedtime follows from wake-up time and target; without a wake-up time there is none', async () => {
    const db = freshDatabase();
    expect(await load(db)).toMatchObject({ bedtime: null, sleepMinutes: 480 });
    await setSetting(db, 'wake', '06:30');
    expect((await load(db)).bedtime).toBe('22:30');
    await setSetting(db, 'sleepTargetH', 8.5);
    expect((await load(db)).bedtime).toBe('22:00');
  });

  it('sleep is longer before a race and in a taper', async () => {
    const db = freshDatabase();
    await setSetting(db, 'events', [{ kind: 'race', atMs: NOW + 40 * HOUR }]);
    expect((await load(db)).sleepMinutes).toBe(540);
    await setSetting(db, 'events', [{ kind: 'race', atMs: NOW + 80 * HOUR }]);
    expect((await load(db)).sleepMinutes).toBe(480);
    await setSetting(db, 'phases', [{ phase: 'taper', from: DAY, to: null }]);
    expect((await load(db)).sleepMinutes).toBe(540);
  });

  it('the note on low energy appears when mass, cycle and HRV fall together, if the cycle is tracked', async () => {
    const db = freshDatabase();
    for (const [ago, kg] of [
      [27, 60],
      [24, 60],
      [4, 58],
      [1, 58],
    ] as const)
      await putWeighing(db, weighed(addDays(DAY, -ago), kg));
    for (const ago of [75, 47]) {
      await db.checkIns.put({ ...BLANK_CHECK_IN, world: 'own', day: addDays(DAY, -ago), timeZone: 'UTC', atMs: 0, cycleDay: 1 });
    }
    expect((await load(db, { trend: 'below' })).lowEnergy).toBe(false);
    await setSetting(db, 'asksCycle', true);
    expect((await load(db, { trend: 'below' })).lowEnergy).toBe(true);
    expect((await load(db, { trend: 'within' })).lowEnergy).toBe(false);
  });
});
