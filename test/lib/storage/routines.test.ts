import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OwnRoutine } from '../../../lib/planner';
import {
  addExperiment,
  daysWithoutRoutine,
  deleteRoutine,
  endExperiment,
  ownRoutines,
  putRoutine,
  type ReboundDatabase,
  rememberRoutineDay,
  routineDaysBetween,
  tossFor,
} from '../../../lib/storage';
import { toss } from '../../../lib/trends';
import { freshDatabase } from '../../support/database';

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

const routine = (id: string, on: OwnRoutine['on']): OwnRoutine => ({
  id,
  name: `Routine ${id}`,
  copyOf: 'endurance',
  steps: [{ step: 'boots-after' }],
  on,
});

it('a kind of day has one own routine: the last that was stored for it', async () => {
  await putRoutine(db, routine('a', ['endurance', 'strength']));
  await putRoutine(db, routine('b', ['strength', 'travel']));
  expect((await ownRoutines(db)).map(({ id, on }) => [id, on])).toEqual([
    ['a', ['endurance']],
    ['b', ['strength', 'travel']],
  ]);
});

it('a deleted routine is returned, so that it can be put back', async () => {
  const a = routine('a', ['endurance']);
  await putRoutine(db, a);
  expect(await deleteRoutine(db, 'a')).toEqual(a);
  expect(await ownRoutines(db)).toEqual([]);
  expect(await deleteRoutine(db, 'a')).toBeNull();
});

it('a day keeps the name of its routine, and nothing once it has none', async () => {
  await rememberRoutineDay(db, '2026-05-04', { id: 'a', name: 'Mine' });
  await rememberRoutineDay(db, '2026-05-05', { id: 'a', name: 'Mine' });
  await rememberRoutineDay(db, '2026-05-05', null);
  await rememberRoutineDay(db, '2026-05-06', null);
  expect(await routineDaysBetween(db, '2026-05-01', '2026-05-31')).toEqual([{ day: '2026-05-04', routineId: 'a', name: 'Mine' }]);
});

it('a running test of a routine leaves it out on the days whose toss says without, and only on those', async () => {
  const days = Array.from({ length: 12 }, (_, place) => `2026-05-${String(place + 1).padStart(2, '0')}`);
  const experiment = { name: 'Mine', outcome: 'lnRmssd', seed: 7, plannedBlocks: 6, startedAtMs: 1, endedAtMs: null, tosses: [] } as const;
  await addExperiment(db, { ...experiment, id: 'tests-a', routineId: 'a' });
  await addExperiment(db, { ...experiment, id: 'in-own-words' });
  for (const day of days) for (const id of ['tests-a', 'in-own-words']) await tossFor(db, id, day);
  const without = days.filter((_, place) => toss(7, place) === 'without');
  expect(without).toHaveLength(6);
  expect(await daysWithoutRoutine(db)).toEqual(without.map((day) => ({ id: 'a', day })));
  await endExperiment(db, 'tests-a', 2);
  expect(await daysWithoutRoutine(db)).toEqual([]);
});
