import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  activitiesBetween,
  deleteActivity,
  putActivity,
  type ReboundDatabase,
  type StoredActivity,
  strengthSince,
} from '../../../lib/storage';
import { freshDatabase } from '../../support/database';
import { mergeRow } from '../../support/page-activity';

const START_MS = Date.UTC(2026, 4, 4, 15);

function activity(changes: Partial<StoredActivity> = {}): StoredActivity {
  return {
    id: 'one',
    world: 'own',
    source: 'strava',
    sourceId: '17',
    sport: 'run',
    startMs: START_MS,
    movingTimeS: 3600,
    avgHrBpm: 150,
    maxHrBpm: 171,
    rpe: null,
    kind: null,
    regions: [],
    timeZone: 'Europe/Berlin',
    day: '2026-05-04',
    title: 'Evening run',
    distanceM: 12_000,
    edited: [],
    ...changes,
  };
}

let db: ReboundDatabase;
beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(() => db.close());

const all = () => activitiesBetween(db, 'own', 0, Number.MAX_SAFE_INTEGER);

describe('merging', () => {
  it.each([
    ['the same start and length', {}],
    ['a start 2 min later', { startMs: START_MS + 120_000 }],
    ['a start 2 min earlier', { startMs: START_MS - 120_000 }],
    ['5 % longer', { movingTimeS: 3780 }],
  ] as const)('%s at another source is the same workout', async (_name, changes) => {
    await mergeRow(db, activity());
    const row = await mergeRow(db, activity({ id: 'two', source: 'garmin', sourceId: 'g', title: null, avgHrBpm: null, ...changes }));
    expect(row).toMatchObject({ id: 'one', title: 'Evening run', avgHrBpm: 150 });
    expect(await all()).toHaveLength(1);
  });

  it.each([
    ['a start over 2 min later', { startMs: START_MS + 121_000 }],
    ['6 % shorter', { movingTimeS: 3600 * 0.94 }],
    ['in the demo', { world: 'demo' }],
  ] as const)('%s is another workout', async (_name, changes) => {
    await mergeRow(db, activity());
    await mergeRow(db, activity({ id: 'two', source: 'garmin', sourceId: 'g', ...changes }));
    expect(await db.activities.count()).toBe(2);
  });

  it('the same id at the same source is updated, however much it changed', async () => {
    await mergeRow(db, activity());
    await mergeRow(db, activity({ id: 'new', startMs: START_MS + 86_400_000, day: '2026-05-05', movingTimeS: 1800, title: 'Trimmed' }));
    expect(await all()).toEqual([activity({ startMs: START_MS + 86_400_000, day: '2026-05-05', movingTimeS: 1800, title: 'Trimmed' })]);
  });

  it('keeps the user’s changes and answers', async () => {
    await putActivity(db, activity({ rpe: 7, kind: 'power', sport: 'ride', edited: ['sport'] }));
    await mergeRow(db, activity({ avgHrBpm: 160 }));
    expect(await all()).toEqual([activity({ rpe: 7, kind: 'power', sport: 'ride', avgHrBpm: 160, edited: ['sport'] })]);
  });

  it('a start that the user changed keeps its day, and the source does not move it back', async () => {
    const moved = { startMs: START_MS - 86_400_000, day: '2026-05-03', edited: ['startMs'] } as const;
    await putActivity(db, activity(moved));
    await mergeRow(db, activity({ title: 'Renamed' }));
    expect(await all()).toEqual([activity({ ...moved, title: 'Renamed' })]);
  });

  it('an uncertain value from the source is used for a new row only', async () => {
    await mergeRow(db, activity({ sport: 'other' }), ['sport']);
    expect((await all())[0]?.sport).toBe('other');
    await mergeRow(db, activity({ sport: 'ride' }));
    await mergeRow(db, activity({ sport: 'other' }), ['sport']);
    expect((await all())[0]?.sport).toBe('ride');
  });
});

it('reads from a start to before an end, oldest first, one world at a time', async () => {
  for (const [id, startMs, world] of [
    ['c', 300, 'own'],
    ['a', 100, 'own'],
    ['b', 200, 'demo'],
    ['d', 400, 'own'],
  ] as const)
    await putActivity(db, activity({ id, startMs, day: '1970-01-01', world, sourceId: id }));
  expect((await activitiesBetween(db, 'own', 100, 400)).map(({ id }) => id)).toEqual(['a', 'c']);
});

it('deletes one and returns it, or null', async () => {
  await putActivity(db, activity());
  expect(await deleteActivity(db, 'one')).toEqual(activity());
  expect(await deleteActivity(db, 'one')).toBeNull();
  expect(await all()).toEqual([]);
});

it.each([
  [{ sport: 'strength', kind: null }, true],
  [{ sport: 'other', kind: 'size' }, true],
  [{ sport: 'run', kind: 'power' }, true],
  [{ sport: 'run', kind: 'endurance' }, false],
] as const)('strength work: %o is %s', async (changes, is) => {
  await putActivity(db, activity(changes));
  expect(await strengthSince(db, 'own', START_MS)).toBe(is);
  expect(await strengthSince(db, 'own', START_MS + 1)).toBe(false);
});

describe('pages that the user added', () => {
  const page = (origin: string, changes: Partial<StoredActivity> = {}) =>
    activity({
      id: origin,
      source: 'generic',
      sourceId: `https://${origin}.example 17`,
      title: 'Renamed',
      avgHrBpm: 199,
      sport: 'ride',
      ...changes,
    });

  it('never change or name the activity of another source', async () => {
    await mergeRow(db, activity({ maxHrBpm: null }));
    const row = await mergeRow(db, page('club', { maxHrBpm: 220 }));
    expect(row).toEqual({ ...activity({ maxHrBpm: null }), otherSources: [{ source: 'generic', sourceId: 'https://club.example 17' }] });
    expect(await all()).toHaveLength(1);
  });

  it('never change what the user typed', async () => {
    await putActivity(db, activity({ source: 'typed', sourceId: null }));
    await mergeRow(db, page('club'));
    expect(await all()).toMatchObject([{ id: 'one', source: 'typed', title: 'Evening run', sport: 'run', avgHrBpm: 150 }]);
  });

  it('never change each other’s activities', async () => {
    await mergeRow(db, page('club'));
    await mergeRow(db, page('other', { title: 'Taken' }));
    expect(await all()).toMatchObject([{ sourceId: 'https://club.example 17', title: 'Renamed' }]);
  });

  it('may correct their own', async () => {
    await mergeRow(db, page('club'));
    await mergeRow(db, page('club', { title: 'Long ride' }));
    expect(await all()).toMatchObject([{ title: 'Long ride' }]);
  });

  it('lose the row to a training site that knows the activity; what the user edited stays', async () => {
    await putActivity(db, page('club', { rpe: 7, edited: ['rpe'] }));
    await mergeRow(db, activity());
    expect(await all()).toMatchObject([
      { id: 'club', source: 'strava', sourceId: '17', title: 'Evening run', sport: 'run', avgHrBpm: 150, rpe: 7 },
    ]);
    expect((await all())[0]?.otherSources).toEqual([{ source: 'generic', sourceId: 'https://club.example 17' }]);
  });
});
