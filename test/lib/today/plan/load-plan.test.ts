import { beforeEach, describe, expect, it } from 'vitest';
import { answerScreening, putActivity, putWeighing, type ReboundDatabase, rememberPlan, setSetting } from '../../../../lib/storage';
import { markDone, moveItem, skip } from '../../../../lib/today/plan/act';
import { findPlanEndMs } from '../../../../lib/today/plan/stands-until';
import { buildTimeline } from '../../../../lib/today/plan/timeline';
import { readTodayIn } from '../../../../lib/today/read-today';
import { toRememberedItems } from '../../../../lib/today/write-snapshot';
import { freshDatabase } from '../../../support/database';
import { aRun } from '../../../support/plans';

/** Three in the afternoon in any zone; a hard run ended half an hour ago. */
const NOW = new Date(2026, 4, 4, 15).getTime();
const MIN = 60_000;
let db: ReboundDatabase;

beforeEach(async () => {
  db = freshDatabase();
  await answerScreening(db, [], NOW - 86_400_000);
  await putActivity(db, aRun(NOW - 90 * MIN, { day: '2026-05-04' }));
  await setSetting(db, 'goal', 'endurance');
  await setSetting(db, 'equipment', ['foam-roller', 'massage-gun', 'cold-bath']);
  await setSetting(db, 'bed', '22:30');
});

const planAt = async (nowMs = NOW, world: 'own' | 'demo' = 'own') => readTodayIn(db, world, nowMs);
const findItem = async (modality: string, nowMs = NOW) => {
  const item = (await planAt(nowMs)).plan.items.find((one) => one.modality === modality);
  if (item === undefined) throw new Error(`no ${modality}`);
  return item;
};

describe('the plan of now', () => {
  it('is made from the database, and is the same the second time', async () => {
    const first = await planAt();
    const modalities = new Set(first.plan.items.map(({ modality }) => modality));
    for (const one of ['protein', 'cold-water-immersion', 'foam-rolling', 'sleep'] as const) expect(modalities).toContain(one);
    // This user has no sauna.
    expect(first.plan.excluded).toContainEqual(expect.objectContaining({ modality: 'sauna', rule: 'equipment' }));
    expect((await planAt()).plan).toEqual(first.plan);
    expect(first.situation).toMatchObject({ goal: 'endurance', massKg: null, verdict: 'easy', plunges: 0, screeningDue: null });
  });

  it('starts with the health questions, and follows the ticked answers', async () => {
    await setSetting(db, 'screening', { answeredAtMs: null, ticks: {} });
    expect((await planAt()).plan.excluded).toContainEqual(expect.objectContaining({ modality: 'stretching', rule: 'screening-first' }));
    await answerScreening(db, ['raynaud'], NOW);
    expect((await planAt()).plan.excluded).toContainEqual(
      expect.objectContaining({ modality: 'cold-water-immersion', rule: 'screening-raynaud' }),
    );
  });

  it('of the demo ignores the user’s own day', async () => {
    await markDone(db, 'own', await findItem('protein'), NOW);
    const demo = await planAt(NOW, 'demo');
    expect([demo.world, demo.activities.length, demo.log.length]).toEqual(['demo', 0, 0]);
  });

  it('uses answers about a day on that day only', async () => {
    const said = { alcohol: true, dehydrated: false, coldWaived: false };
    await setSetting(db, 'planDay', { day: '2026-05-04', ...said });
    expect((await planAt()).situation.alcohol).toBe(true);
    await setSetting(db, 'planDay', { day: '2026-05-03', ...said });
    expect((await planAt()).situation.alcohol).toBe(false);
  });

  it('counts cold baths that were ticked off', async () => {
    await markDone(db, 'own', await findItem('cold-water-immersion'), NOW + 60 * MIN);
    expect((await planAt()).situation.plunges).toBe(1);
  });

  it('uses the weighed loss of the last session', async () => {
    const weigh = (id: string, atMs: number, afterKg: number | null, activityId: string | null = null) =>
      putWeighing(db, {
        id,
        world: 'own',
        day: '2026-05-04',
        timeZone: 'UTC',
        atMs,
        beforeKg: 70,
        afterKg,
        drunkMl: 200,
        passedMl: 0,
        activityId,
      });
    const loss = async () => (await planAt()).situation.fluidLossMl;
    // The session began 90 min before, so the first weighing is too early to belong to it.
    await weigh('early', NOW - 8 * 60 * MIN, 69);
    expect(await loss()).toBeNull();
    await weigh('its-own', NOW - 100 * MIN, 69.4);
    await weigh('open', NOW - MIN, null);
    expect(await loss()).toBe(800);
    await weigh('of-another', NOW - 95 * MIN, 69, 'another');
    expect(await loss()).toBe(800);
  });

  it('is valid until the first of its items is over', async () => {
    const { plan } = await planAt();
    const first = Math.min(...plan.items.map(({ startMs, minutes }) => startMs + minutes * MIN));
    expect(findPlanEndMs(plan)).toBeLessThanOrEqual(first);
    expect(findPlanEndMs(plan)).toBeGreaterThan(plan.fromMs);
  });

  it('is valid only as long as each of its items can be started', async () => {
    const { plan } = await planAt();
    const [first] = plan.items;
    if (first === undefined) throw new Error('an empty plan');
    const closing = { ...first, startMs: NOW, minutes: 10, windowFromMs: NOW, windowToMs: NOW + 15 * MIN };
    expect(findPlanEndMs({ ...plan, items: [closing], excluded: [] })).toBe(NOW + 5 * MIN + 1);
    const opening = { ...closing, startMs: NOW + 60 * MIN, windowFromMs: NOW + 3 * MIN, windowToMs: NOW + 90 * MIN };
    expect(findPlanEndMs({ ...plan, items: [opening], excluded: [] })).toBe(NOW + 3 * MIN);
  });
});

describe('an item that is', () => {
  it('done is over, its time counts, and it can be reopened', async () => {
    const roller = await findItem('foam-rolling');
    const takeBack = await markDone(db, 'own', roller, NOW + 5 * MIN);
    const after = await planAt(NOW + 10 * MIN);
    expect(after.plan.items.some(({ id }) => id === roller.id)).toBe(false);
    expect(after.log).toMatchObject([{ itemId: roller.id, outcome: 'done', minutes: roller.minutes, startMs: NOW + 5 * MIN }]);
    await takeBack();
    expect((await planAt(NOW + 10 * MIN)).log).toEqual([]);
  });

  it('skipped with a reason counts as kept, and without one does not', async () => {
    const roller = await findItem('foam-rolling');
    await skip(db, 'own', roller, '  ');
    expect((await planAt()).week.targets.find(({ id }) => id === 'massage')).toMatchObject({ done: 0, skippedWithReason: 0 });
    await skip(db, 'own', roller, ' too tired ');
    const after = await planAt();
    expect(after.log).toMatchObject([{ outcome: 'skipped', reason: 'too tired' }]);
    expect(after.week.targets.find(({ id }) => id === 'massage')).toMatchObject({ skippedWithReason: 1, kept: 1 });
    expect(buildTimeline(after)[0]?.rows.filter(({ kind }) => kind === 'logged').length).toBe(1);
  });

  it('moved stays there, can still be moved within its whole window, and the rest makes room', async () => {
    const roller = await findItem('foam-rolling');
    const { situation } = await planAt();
    const wanted = roller.windowFromMs + 3_600_000;
    expect(await moveItem(db, 'own', situation, roller, wanted, NOW)).toBeNull();
    const moved = await findItem('foam-rolling');
    expect(moved).toMatchObject({ startMs: wanted, moved: true, windowFromMs: roller.windowFromMs, windowToMs: roller.windowToMs });
    // After that time the item may move again.
    expect(await findItem('foam-rolling', wanted + MIN)).toMatchObject({ moved: false });
  });

  it('moved beyond its window is kept at its end', async () => {
    const protein = await findItem('protein');
    const { situation } = await planAt();
    expect(await moveItem(db, 'own', situation, protein, protein.windowToMs + 3_600_000, NOW)).toBeNull();
    expect((await findItem('protein')).startMs).toBe(protein.windowToMs - protein.minutes * MIN);
  });

  it('moved to where a rule forbids it is not stored, and the rule is named', async () => {
    const roller = await findItem('foam-rolling');
    const stretching = await findItem('stretching');
    const { situation } = await planAt();
    const wanted = roller.windowFromMs + 3_600_000;
    expect(await moveItem(db, 'own', situation, roller, wanted, NOW)).toBeNull();
    const there = await planAt();
    const refused = await moveItem(db, 'own', there.situation, stretching, wanted, NOW);
    expect(refused?.rule).toBe('no-overlap');
    expect((await db.plans.get('own'))?.moved.map(({ id }) => id)).toEqual([roller.id]);
  });

  it('affected by a small change keeps most of the stored plan', async () => {
    const { plan } = await planAt();
    await rememberPlan(db, 'own', toRememberedItems(plan));
    await setSetting(db, 'timeBudgetMin', 65);
    const starts = new Map((await planAt()).plan.items.map(({ id, startMs }) => [id, startMs]));
    const stayed = plan.items.filter(({ id, startMs }) => starts.get(id) === startMs);
    expect(stayed.length / plan.items.length).toBeGreaterThanOrEqual(0.8);
  });
});
