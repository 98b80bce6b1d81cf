import { beforeEach, describe, expect, it } from 'vitest';
import { localZone } from '../../../../lib/core/day';
import { completeSituation, planFor, type Situation } from '../../../../lib/planner';
import { getStoredPlan, logBetween, type ReboundDatabase } from '../../../../lib/storage';
import { findStarts, isMovable, letPlanChoose, MOVE_STEP_MS, markDone, moveItem, skip, toLogId } from '../../../../lib/today/plan/act';
import { freshDatabase } from '../../../support/database';
import { anItem, aRun } from '../../../support/plans';

const MIN = 60_000;
const at = (time: string) => Date.parse(`2026-05-04T${time}:00Z`);

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
const logged = (world: 'own' | 'demo' = 'own') => logBetween(db, world, '2026-05-03', '2026-05-05');

describe('an item that was dealt with', () => {
  const item = anItem({ variant: 'static' });

  it('has one entry in each world, whatever it was', async () => {
    expect([toLogId('own', 'a'), toLogId('demo', 'a')]).toEqual(['own a', 'demo a']);
    await markDone(db, 'own', item, at('17:00'));
    await skip(db, 'own', item, 'tired');
    await markDone(db, 'demo', item, at('17:00'));
    expect((await logged()).map(({ id, outcome }) => [id, outcome])).toEqual([[`own ${item.id}`, 'skipped']]);
    expect(await logged('demo')).toHaveLength(1);
  });

  it('done: with its dose, at its time or by now, whichever is earlier', async () => {
    await markDone(db, 'own', item, at('17:00'));
    expect(await logged()).toEqual([
      {
        id: toLogId('own', item.id),
        itemId: item.id,
        world: 'own',
        day: '2026-05-04',
        timeZone: localZone(),
        modality: 'stretching',
        doseId: 'after',
        variant: 'static',
        doseOf: 'svetness',
        startMs: at('16:30'),
        minutes: 10,
        outcome: 'done',
        reason: null,
      },
    ]);
    await markDone(db, 'own', item, at('16:10'));
    expect(await logged()).toMatchObject([{ startMs: at('16:10') }]);
  });

  it('skipped: at its time, for no minutes, with the reason if there is one', async () => {
    await skip(db, 'own', item, ' tired ');
    expect(await logged()).toMatchObject([{ startMs: at('16:30'), minutes: 0, outcome: 'skipped', reason: 'tired' }]);
    const undo = await skip(db, 'own', item, ' ');
    expect(await logged()).toMatchObject([{ reason: null }]);
    await undo();
    expect(await logged()).toEqual([]);
  });
});

describe('the times of an item', () => {
  // From 16:00 to 18:00, ten minutes, meant for 16:30.
  it.each([
    ['15:00', '16:00'],
    ['16:00', '16:00'],
    // The next whole five minutes.
    ['16:01', '16:05'],
    ['16:05', '16:05'],
    // Where it stands it may stay.
    ['16:40', '16:30'],
  ])('at %s it can begin from %s to 17:50', (now, from) => {
    expect(findStarts(anItem(), at(now))).toEqual([at(from), at('17:50')]);
  });

  it('at the end of its window only the last start is left', () => {
    expect(findStarts(anItem({ startMs: at('17:50') }), at('17:58'))).toEqual([at('17:50'), at('17:50')]);
  });

  it.each([
    ['with five minutes of room', { windowToMs: at('16:15') }, true],
    ['with less', { windowToMs: at('16:15') - 1 }, false],
    ['that is the rest day', { modality: 'rest-day' }, false],
    ['that is the night', { modality: 'sleep' }, false],
  ] as const)('an item %s can be moved: %s %s', (_, changes, movable) => {
    expect(isMovable(anItem(changes))).toBe(movable);
  });

  it('are a quarter of an hour apart', () => {
    expect(MOVE_STEP_MS).toBe(15 * MIN);
  });
});

describe('an item that is moved', () => {
  /** A hard run ended at two; a roller and a cold bath are at hand. */
  const NOW = at('14:00');
  const situation: Situation = completeSituation({
    nowMs: NOW,
    timeZone: 'UTC',
    activities: [aRun(at('13:00'))],
    equipment: ['cold-bath', 'foam-roller'],
    goal: 'endurance',
    timeBudgetMin: 120,
  });
  const findActItem = (modality: string, from = situation) => {
    const item = planFor(from).items.find((one) => one.modality === modality);
    if (item === undefined) throw new Error(`no ${modality}`);
    return item;
  };
  const stored = async () => (await getStoredPlan(db, 'own')).moved;

  it('is stored where it was put', async () => {
    const gun = findActItem('foam-rolling');
    expect(await moveItem(db, 'own', situation, gun, at('20:00'), NOW)).toBeNull();
    expect(await stored()).toMatchObject([{ id: gun.id, startMs: at('20:00') }]);
    await letPlanChoose(db, 'own', gun, NOW);
    expect(await stored()).toEqual([]);
  });

  it('is held within its window at both ends', async () => {
    const gun = findActItem('foam-rolling');
    const [first, last] = findStarts(gun, NOW);
    for (const [wanted, held] of [
      [first - 60 * MIN, first],
      [last + 60 * MIN, last],
    ] as const) {
      expect(await moveItem(db, 'own', situation, gun, wanted, NOW)).toBeNull();
      expect(await stored()).toMatchObject([{ startMs: held }]);
    }
  });

  it('may be moved again: its own earlier place is no obstacle', async () => {
    const gun = findActItem('foam-rolling');
    const moved = { ...situation, moved: [{ id: gun.id, startMs: at('20:00') }] };
    expect(await moveItem(db, 'own', moved, findActItem('foam-rolling', moved), at('20:05'), NOW)).toBeNull();
    expect(await stored()).toMatchObject([{ startMs: at('20:05') }]);
  });

  it.each([
    // The plan names the rule that keeps it from there.
    ['cool-down', 'cold-water-immersion', '14:05', {}],
    // The plan would give up the other one, which the user had put there.
    ['foam-rolling', 'cold-water-immersion', '15:30', {}],
  ] as const)('takes the place of no other that was moved: %s, then %s', async (first, second, time, values) => {
    const moved = { ...situation, moved: [{ id: findActItem(first).id, startMs: at(time) }] };
    expect(await moveItem(db, 'own', moved, findActItem(second, moved), at(time), NOW)).toEqual({ rule: 'no-overlap', values });
    expect(await stored()).toEqual([]);
    // Where nobody put anything it may go.
    expect(await moveItem(db, 'own', situation, findActItem(second), at(time), NOW)).toBeNull();
  });

  it('may go where an item had been put that the plan no longer has', async () => {
    const gone = { ...situation, moved: [{ id: 'gone@x', startMs: at('20:00') }] };
    expect(await moveItem(db, 'own', gone, findActItem('foam-rolling'), at('20:00'), NOW)).toBeNull();
  });
});
