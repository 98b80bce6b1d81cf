import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../../../lib/storage';
import {
  countSessions,
  deleteProfile,
  deleteSession,
  putProfile,
  putSession,
  putSessionNow,
  SESSION_ENDS,
  sessionsBetween,
  sessionsOn,
  storedProfiles,
  updateSessionNote,
} from '../../../lib/storage';
import { freshDatabase } from '../../support/database';
import { until } from '../../support/until';

const NOON = Date.UTC(2026, 4, 4, 12);
const HOUR = 3_600_000;

function session(id: string, change: Partial<SessionRecord> = {}): SessionRecord {
  return {
    id,
    plan: { modality: 'sauna', steps: [{ seconds: 900 }], doseOf: 'alyze', from: 'sauna' },
    device: null,
    startedAtMs: NOON,
    endedAtMs: NOON + 900_000,
    timeZone: 'UTC',
    day: '2026-05-04',
    end: 'finished',
    done: [],
    activeS: 900,
    demo: false,
    ...change,
  };
}

describe('the diary of sessions', () => {
  it('returns the sessions of a period, oldest first, the demo’s separately', async () => {
    const db = freshDatabase();
    for (const one of [
      session('b', { startedAtMs: NOON + HOUR }),
      session('a'),
      session('d', { demo: true }),
      session('c', { startedAtMs: NOON + 2 * HOUR }),
    ]) {
      await putSession(db, one);
    }
    const ids = async (...of: Parameters<typeof sessionsBetween>) => (await sessionsBetween(...of)).map(({ id }) => id);
    expect(await ids(db, false, NOON, NOON + 2 * HOUR)).toEqual(['a', 'b']);
    expect(await ids(db, true, NOON, NOON + 2 * HOUR)).toEqual(['d']);
  });

  it('returns the sessions of a day as recorded, whatever the zone', async () => {
    const db = freshDatabase();
    // 5 May, 01:00 in Kiritimati (UTC+14) is 4 May, 11:00 UTC; 3 May, 23:00 in Pago Pago (UTC−11) is 4 May, 10:00 UTC.
    await putSession(db, session('east', { startedAtMs: NOON - HOUR, day: '2026-05-05' }));
    await putSession(db, session('west', { startedAtMs: NOON - 2 * HOUR, day: '2026-05-03' }));
    await putSession(db, session('here'));
    const on = async (day: string) => (await sessionsOn(db, false, day)).map(({ id }) => id);
    expect([await on('2026-05-03'), await on('2026-05-04'), await on('2026-05-05')]).toEqual([['west'], ['here'], ['east']]);
  });

  it('counts sessions that were long enough', async () => {
    const db = freshDatabase();
    await putSession(db, session('a'));
    await putSession(db, session('b', { activeS: 20 }));
    await putSession(db, session('c', { demo: true }));
    expect([await countSessions(db, false, 'sauna', 30), await countSessions(db, false, 'contrast', 0)]).toEqual([1, 0]);
  });

  it.each([...SESSION_ENDS, null])('reads back a session whose end is %s', async (end) => {
    const db = freshDatabase();
    await putSession(db, session('a', { end }));
    expect(await sessionsOn(db, false, '2026-05-04')).toEqual([session('a', { end })]);
  });

  it('stores a note, deletes, and undoes', async () => {
    const db = freshDatabase();
    await putSession(db, session('a'));
    await updateSessionNote(db, 'a', 'too warm');
    const gone = await deleteSession(db, 'a');
    expect([gone?.note, await deleteSession(db, 'a'), await db.sessions.count()]).toEqual(['too warm', null, 0]);
  });

  it('writes at once when the page goes away', async () => {
    const db = freshDatabase();
    await db.open();
    putSessionNow(db, session('a', { end: 'tab-closed' }));
    let end: string | null = null;
    await until(() => {
      void db.sessions.get('a').then((row) => {
        end = row?.end ?? null;
      });
      return end === 'tab-closed';
    });
  });
});

describe('imported profiles', () => {
  it('are stored unchanged, oldest first', async () => {
    const db = freshDatabase();
    await putProfile(db, { id: 'b', text: '{}', importedAtMs: 2 });
    await putProfile(db, { id: 'a', text: '{"id":"a"}', importedAtMs: 1 });
    expect((await storedProfiles(db)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect((await deleteProfile(db, 'a'))?.text).toBe('{"id":"a"}');
    expect([await deleteProfile(db, 'a'), (await storedProfiles(db)).length]).toEqual([null, 1]);
  });
});
