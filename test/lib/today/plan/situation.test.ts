import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, localZone } from '../../../../lib/core/day';
import {
  answerCheckIn,
  answerScreening,
  putActivity,
  putLogEntry,
  putPlanned,
  putWeighing,
  type ReboundDatabase,
  type SessionRecord,
  type StoredLogEntry,
  setSetting,
} from '../../../../lib/storage';
import { countPlunges } from '../../../../lib/today/plan/situation';
import { readToday, readTodayIn } from '../../../../lib/today/read-today';
import { TODAY } from '../../../support/checks';
import { freshDatabase } from '../../../support/database';
import { aRun } from '../../../support/plans';

/** Noon of that day, wherever this runs. */
const NOW = new Date(2026, 4, 4, 12).getTime();
const MIN = 60_000;
const HOUR = 60 * MIN;

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
const read = (world: 'own' | 'demo' = 'own') => readTodayIn(db, world, NOW);
const situation = async () => (await read()).situation;

const anEntry = (changes: Partial<StoredLogEntry> = {}): StoredLogEntry => ({
  id: 'entry',
  itemId: 'stretching@x',
  world: 'own',
  day: TODAY,
  timeZone: localZone(),
  modality: 'stretching',
  doseId: 'after',
  variant: 'static',
  doseOf: 'svetness',
  startMs: NOW - HOUR,
  minutes: 10,
  outcome: 'done',
  reason: null,
  ...changes,
});

describe('the situation', () => {
  it('is what the settings say', async () => {
    const said = {
      wake: '06:30',
      bed: '22:30',
      quietFrom: '21:00',
      quietTo: '07:00',
      goal: 'size',
      block: 'strength',
      events: [{ kind: 'race', atMs: NOW + 50 * HOUR }],
      equipment: ['foam-roller'],
      timeBudgetMin: 35,
      supplements: ['creatine'],
      airC: 28,
      sleepTargetH: 8.5,
    } as const;
    for (const [name, value] of Object.entries(said)) await setSetting(db, name as keyof typeof said, value as never);
    expect(await situation()).toMatchObject({ nowMs: NOW, timeZone: localZone(), ...said });
    expect((await read()).events).toEqual([{ kind: 'race', atMs: NOW + 50 * HOUR, day: '2026-05-06' }]);
  });

  it('is in the phase of today', async () => {
    await setSetting(db, 'phases', [
      { phase: 'taper', from: TODAY, to: TODAY },
      { phase: 'heavy', from: null, to: addDays(TODAY, -1) },
    ]);
    expect((await situation()).phase).toBe('taper');
  });

  it('knows this morning’s answers, and no other morning’s', async () => {
    const answers = { soreness: 4, stress: 5, ill: true, sore: [{ region: 'calves', level: 4 }] } as const;
    await answerCheckIn(db, { world: 'own', day: addDays(TODAY, -1), timeZone: 'UTC' }, answers, NOW - 24 * HOUR);
    expect(await situation()).toMatchObject({ soreness: null, stress: null, sore: [], health: { ill: false } });
    expect((await read()).checkIn).toBeNull();
    await answerCheckIn(db, { world: 'own', day: TODAY, timeZone: 'UTC' }, answers, NOW);
    expect(await situation()).toMatchObject({ soreness: 4, stress: 5, sore: [{ region: 'calves', level: 4 }], health: { ill: true } });
  });

  it('knows body mass and age', async () => {
    const profile = (await read()).settings.profile;
    await setSetting(db, 'profile', { ...profile, massKg: 61, birthYear: 2010 });
    expect(await situation()).toMatchObject({ massKg: 61, health: { ticked: ['under-18'] } });
    await setSetting(db, 'profile', { ...profile, birthYear: 1990 });
    expect((await situation()).health.ticked).toEqual([]);
  });

  it('says why the screening is due', async () => {
    expect((await situation()).screeningDue).toBe('never-asked');
    await answerScreening(db, ['raynaud'], NOW - HOUR);
    expect(await situation()).toMatchObject({ screeningDue: null, health: { ticked: ['raynaud'] } });
  });

  it('takes what was said of today, and nothing that was said of yesterday', async () => {
    await setSetting(db, 'planDay', { day: TODAY, alcohol: true, dehydrated: true, coldWaived: true });
    expect(await situation()).toMatchObject({ alcohol: true, dehydrated: true, coldWaived: true });
    await setSetting(db, 'planDay', { day: addDays(TODAY, -1), alcohol: true, dehydrated: true, coldWaived: true });
    expect(await situation()).toMatchObject({ alcohol: false, dehydrated: false, coldWaived: false });
  });

  it('has the log, with items by their ids', async () => {
    await putLogEntry(db, anEntry({ outcome: 'skipped', reason: 'tired', minutes: 0 }));
    expect((await situation()).log).toEqual([
      { id: 'stretching@x', modality: 'stretching', startMs: NOW - HOUR, minutes: 0, outcome: 'skipped', reason: 'tired' },
    ]);
  });

  it('has the sessions ahead, and nothing of them that the plan does not need', async () => {
    await putPlanned(db, { id: 'p', world: 'own', day: TODAY, sport: 'ride', atMs: NOW + HOUR, minutes: 50, intensity: 'easy' });
    expect((await situation()).planned).toEqual([{ sport: 'ride', atMs: NOW + HOUR, minutes: 50, intensity: 'easy', kept: null }]);
    expect((await read()).planned).toMatchObject([{ id: 'p' }]);
  });

  it('keeps to the times that items were moved to, unless they have passed', async () => {
    await db.plans.put({
      world: 'own',
      moved: [
        { id: 'past', startMs: NOW - 1 },
        { id: 'now', startMs: NOW },
      ],
      previous: [{ id: 'sauna', startMs: NOW, doseId: 'alyze' }],
    } as never);
    expect(await situation()).toMatchObject({
      moved: [{ id: 'now', startMs: NOW }],
      previous: [{ id: 'sauna', startMs: NOW, doseId: 'alyze' }],
    });
  });

  it('has the devices at hand, and none where nobody says', async () => {
    const devices = [{ id: 'boots', class: 'compression' as const }];
    expect((await readToday(db, NOW, devices)).situation.devices).toEqual(devices);
    expect((await readToday(db, NOW)).situation.devices).toEqual([]);
  });
});

describe('short of fluids', () => {
  const weigh = (id: string, afterKg: number | null, day = TODAY, atMs = NOW - HOUR) =>
    putWeighing(db, { id, world: 'own', day, timeZone: 'UTC', atMs, beforeKg: 70, afterKg, drunkMl: 0, passedMl: 0, activityId: null });
  const short = async () => (await situation()).dehydrated;

  it.each([
    ['2 % lost', 68.6, true],
    ['less', 68.7, false],
    ['a gain', 71, false],
  ])('is who lost 2 %% by the scale: %s', async (_, afterKg, is) => {
    await weigh('a', afterKg);
    expect(await short()).toBe(is);
  });

  it('goes by the last weighing of today that has both halves', async () => {
    await weigh('yesterday', 68, addDays(TODAY, -1), NOW - 24 * HOUR);
    expect(await short()).toBe(false);
    await weigh('first', 69.5, TODAY, NOW - 3 * HOUR);
    await weigh('second', 68, TODAY, NOW - 2 * HOUR);
    await weigh('open', null, TODAY, NOW - HOUR);
    expect(await short()).toBe(true);
  });

  it('knows the loss of the last session, by a weighing of today or of the day before', async () => {
    expect((await situation()).fluidLossMl).toBeNull();
    const start = new Date(2026, 4, 4, 0, 30).getTime();
    await putActivity(db, aRun(start, { day: TODAY }));
    await weigh('too old', 68, addDays(TODAY, -2), start - HOUR);
    expect((await situation()).fluidLossMl).toBeNull();
    await weigh('late', 69, addDays(TODAY, -1), start - HOUR);
    expect((await situation()).fluidLossMl).toBe(1000);
  });
});

describe('plunges', () => {
  const cold = (id: string, changes: Partial<SessionRecord> = {}): SessionRecord => ({
    id,
    plan: { modality: 'cold-water-immersion', steps: [{ seconds: 120 }], doseOf: 'ours' },
    device: null,
    startedAtMs: NOW,
    endedAtMs: NOW + 2 * MIN,
    timeZone: 'UTC',
    day: TODAY,
    end: 'finished',
    done: [],
    activeS: 120,
    demo: false,
    ...changes,
  });

  it('are sessions of a minute and more, and items that were ticked off without one', async () => {
    await db.sessions.bulkAdd([
      cold('minute', { activeS: 60 }),
      cold('short', { activeS: 59 }),
      cold('contrast', { plan: { modality: 'contrast', steps: [{ seconds: 600 }], doseOf: 'ours' } }),
      cold('sauna', { plan: { modality: 'sauna', steps: [{ seconds: 600 }], doseOf: 'alyze' } }),
      cold('demo', { demo: true }),
    ]);
    await putLogEntry(db, anEntry({ id: 'ticked', modality: 'cold-water-immersion' }));
    await putLogEntry(db, anEntry({ id: 'skipped', modality: 'cold-water-immersion', outcome: 'skipped' }));
    expect([await countPlunges(db, 'own'), await countPlunges(db, 'demo')]).toEqual([3, 1]);
    expect((await situation()).plunges).toBe(3);
    expect((await situation()).saunas).toBe(1);
  });
});
