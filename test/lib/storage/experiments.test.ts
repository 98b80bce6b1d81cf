import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  addExperiment,
  deleteExperiment,
  type Experiment,
  endExperiment,
  experiments,
  type ReboundDatabase,
  sayKept,
  tossFor,
} from '../../../lib/storage';
import { freshDatabase } from '../../support/database';

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

const EXPERIMENT: Experiment = {
  id: 'e',
  name: 'Evening walk',
  outcome: 'lnRmssd',
  seed: 7,
  plannedBlocks: 6,
  startedAtMs: 1,
  endedAtMs: null,
  tosses: [],
};

it('tosses once for a day, however often it is asked, and keeps the day’s place', async () => {
  await addExperiment(db, EXPERIMENT);
  await Promise.all([tossFor(db, 'e', '2026-05-01'), tossFor(db, 'e', '2026-05-01')]);
  await tossFor(db, 'e', '2026-05-03');
  await sayKept(db, 'e', '2026-05-01', false);
  const [row] = await experiments(db);
  expect(row?.tosses).toEqual([
    { day: '2026-05-01', kept: false },
    { day: '2026-05-03', kept: null },
  ]);
});

it('tosses no more after its end', async () => {
  await addExperiment(db, EXPERIMENT);
  await endExperiment(db, 'e', 5);
  await tossFor(db, 'e', '2026-05-01');
  const removed = await deleteExperiment(db, 'e');
  expect(removed).toEqual({ ...EXPERIMENT, endedAtMs: 5 });
  expect(await experiments(db)).toEqual([]);
  expect(await deleteExperiment(db, 'e')).toBeNull();
});
