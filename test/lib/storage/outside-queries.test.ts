import { liveQuery } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { realClock } from '../../../lib/core/clock';
import { getSettings, putSession, type ReboundDatabase, type SessionRecord, setSetting, tickScreening } from '../../../lib/storage';
import { freshDatabase } from '../../support/database';
import { NOON, THREE_STEPS } from '../devices/session/set-up';

const RECORD: SessionRecord = {
  ...{ id: 's1', plan: THREE_STEPS, device: null, startedAtMs: NOON, endedAtMs: null, timeZone: 'UTC', day: '2026-05-04', end: null },
  ...{ done: [], activeS: 0, demo: false },
};

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Runs work where the library takes it for a part of a live query, as it does with whatever goes on in the same turn of the event loop. */
function duringQuery<T>(db: ReboundDatabase, table: 'sessions' | 'settings', work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let begun = false;
    const following = liveQuery(async () => {
      if (!begun) {
        begun = true;
        work().then(resolve, reject);
      }
      return db[table].count();
    }).subscribe({ error: reject });
    ends.push(() => {
      following.unsubscribe();
      db.close();
    });
  });
}

describe('what is written while a live query runs', () => {
  const WRITES: readonly (readonly [
    string,
    (db: ReboundDatabase) => Promise<unknown>,
    (db: ReboundDatabase) => Promise<unknown>,
    unknown,
  ])[] = [
    ['a row', (db) => putSession(db, RECORD), (db) => db.sessions.get('s1'), RECORD],
    ['a setting', (db) => setSetting(db, 'standUp', true), async (db) => (await getSettings(db)).standUp, true],
    [
      'what is read first, in one transaction',
      (db) => tickScreening(db, 'ill', NOON),
      async (db) => (await getSettings(db)).screening.ticks,
      { ill: NOON },
    ],
    [
      'after waits that began then',
      async (db) => {
        for (let n = 0; n < 3; n++) await realClock().wait(1);
        await putSession(db, RECORD);
      },
      (db) => db.sessions.get('s1'),
      RECORD,
    ],
  ];
  it.each(WRITES)('is stored: %s', async (_, write, read, wanted) => {
    const db = freshDatabase();
    await duringQuery(db, 'sessions', () => write(db));
    expect(await read(db)).toEqual(wanted);
  });

  it('reaches the queries that follow it', async () => {
    const db = freshDatabase();
    const counts: number[] = [];
    const seen = new Promise<void>((resolve, reject) => {
      const following = liveQuery(() => db.sessions.count()).subscribe({
        next: (count) => {
          counts.push(count);
          if (count === 1) resolve();
        },
        error: reject,
      });
      ends.push(() => following.unsubscribe());
    });
    await duringQuery(db, 'settings', () => putSession(db, RECORD));
    await seen;
    expect(counts.at(-1)).toBe(1);
  });
});
