import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInputs } from '../../../lib/inputs';
import { findActivityAt, putActivity, putHeartRateTimes, type ReboundDatabase, setSetting } from '../../../lib/storage';
import { TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { mergeRow } from '../../support/page-activity';
import { aRun } from '../../support/plans';

const START_MS = Date.parse(`${TODAY}T10:00:00Z`);
const NOW_MS = START_MS + 4 * 3_600_000;

let db: ReboundDatabase;
beforeEach(async () => {
  db = freshDatabase();
  await setSetting(db, 'profile', { birthYear: 1990, sex: 'male', massKg: 70, hrMaxBpm: 190, hrRestBpm: 50, lthrBpm: null });
});
afterEach(() => db.close());

const at = (source: 'strava' | 'garmin', sourceId: string, changes: object = {}) =>
  aRun(START_MS, { id: `${source} ${sourceId}`, source, sourceId, rpe: null, avgHrBpm: 150, ...changes });
const strava = at('strava', '1');
const garmin = at('garmin', '77', { avgHrBpm: 143, movingTimeS: 3550, startMs: START_MS + 30_000 });
const stream = (source: 'strava' | 'garmin', sourceId: string) =>
  putHeartRateTimes(db, {
    source,
    sourceId,
    readAtMs: NOW_MS,
    times: [
      { bpm: 120, s: 1800 },
      { bpm: 180, s: 1800 },
    ],
  });

async function readOne() {
  const { activities } = await readInputs(db, { world: 'own', from: TODAY, to: TODAY, nowMs: NOW_MS });
  expect(activities).toHaveLength(1);
  return activities[0];
}

describe('the heart-rate stream of an activity', () => {
  it.each([
    ['movingTimeS', { movingTimeS: 1800 }],
    ['avgHrBpm', { avgHrBpm: 110 }],
  ] as const)('is ignored once the user has changed %s', async (field, changes) => {
    await putActivity(db, { ...strava, ...changes, edited: [field] });
    const typed = (await readOne())?.score;
    await stream('strava', '1');
    expect((await readOne())?.score).toBe(typed);
    await putActivity(db, { ...strava, ...changes, edited: ['rpe'] });
    expect((await readOne())?.score).not.toBe(typed);
  });

  it.each([
    ['first', 'strava', '1'],
    ['second', 'garmin', '77'],
  ] as const)('is used whichever site was opened last, if the %s site has it', async (_name, source, sourceId) => {
    await mergeRow(db, strava);
    await mergeRow(db, garmin);
    await stream(source, sourceId);
    const shown = await readOne();
    expect(shown?.heartRateTimes).toHaveLength(2);
    for (const row of [strava, garmin, strava]) {
      await mergeRow(db, row);
      expect(await readOne()).toEqual(shown);
    }
  });
});

it('an activity at two sites keeps its load without heart rates, and is found at both', async () => {
  await mergeRow(db, strava);
  const first = (await readOne())?.score;
  await mergeRow(db, { ...garmin, distanceM: 12_000 });
  expect(await readOne()).toMatchObject({ score: first, source: 'strava', sourceId: '1', distanceM: 12_000 });
  expect((await findActivityAt(db, 'own', 'garmin', '77'))?.id).toBe(strava.id);
  expect((await findActivityAt(db, 'own', 'strava', '1'))?.id).toBe(strava.id);
  expect(await findActivityAt(db, 'own', 'garmin', '1')).toBeUndefined();
});
