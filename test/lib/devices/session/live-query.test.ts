import { liveQuery } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { realClock } from '../../../../lib/core/clock';
import { databaseRecords } from '../../../../lib/devices/session/database-records';
import type { SessionRecord } from '../../../../lib/storage';
import { freshDatabase } from '../../../support/database';
import { NOON, THREE_STEPS } from './set-up';

const RECORD: SessionRecord = {
  ...{ id: 's1', plan: THREE_STEPS, device: null, startedAtMs: NOON, endedAtMs: null, timeZone: 'UTC', day: '2026-05-04', end: null },
  ...{ done: [], activeS: 0, demo: false },
};

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Runs work as if it were a part of a live query, as happens to what goes on in the same turn of the event loop. */
async function duringQuery<T>(work: (db: ReturnType<typeof freshDatabase>) => Promise<T>): Promise<T> {
  const db = freshDatabase();
  await db.open();
  return new Promise((resolve, reject) => {
    let begun = false;
    const following = liveQuery(async () => {
      if (!begun) {
        begun = true;
        work(db).then(resolve, reject);
      }
      return db.sessions.count();
    }).subscribe({ error: reject });
    ends.push(() => {
      following.unsubscribe();
      db.close();
    });
  });
}

describe('while a live query runs', () => {
  it('a write of the same turn is refused by the database: the fault that the rest is about', async () => {
    await expect(duringQuery((db) => db.sessions.put(RECORD))).rejects.toThrow('Readwrite transaction in liveQuery context');
  });

  it('the record of a session is stored', async () => {
    const stored = await duringQuery(async (db) => {
      await databaseRecords(db).put(RECORD);
      return db;
    });
    expect(await stored.sessions.get('s1')).toEqual(RECORD);
  });

  it('a loop of waits that begins then may write later', async () => {
    const clock = realClock();
    await duringQuery(async (db) => {
      for (let n = 0; n < 3; n++) await clock.wait(1);
      await db.sessions.put(RECORD);
    });
  });
});
