import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heldClock } from '../../../../lib/core/clock';
import { databaseRecords } from '../../../../lib/devices/session/database-records';
import { RecordKeeper } from '../../../../lib/devices/session/record-keeper';
import { deleteSession, type SessionRecord, updateSessionNote } from '../../../../lib/storage';
import { freshDatabase } from '../../../support/database';
import { NOON, THREE_STEPS } from './set-up';

const OPEN: SessionRecord = {
  ...{ id: 's1', plan: THREE_STEPS, device: null, startedAtMs: NOON, endedAtMs: null, timeZone: 'UTC', day: '2026-05-04', end: null },
  ...{ done: [], activeS: 0, demo: false },
};

/** A record on a disk that is full until it is freed. */
function setUp() {
  const clock = heldClock(NOON);
  const stored: SessionRecord[] = [];
  const failed: boolean[] = [];
  let full = false;
  const sink = {
    put: (record: SessionRecord) => (full ? Promise.reject(new Error('full')) : Promise.resolve(void stored.push(record))),
    addLater: () => Promise.resolve(),
    putNow: (record: SessionRecord) => void stored.push(record),
  };
  const keeper = new RecordKeeper(OPEN, { sink, clock, failed: (is) => failed.push(is) });
  const setFull = (is: boolean) => {
    full = is;
  };
  return { clock, keeper, stored, failed, setFull };
}

describe('a record that the disk refuses', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is stored when there is room again, also after the end of the session', async () => {
    const { clock, keeper, stored, failed, setFull } = setUp();
    await clock.advance(0);
    setFull(true);
    await keeper.close('finished', NOON + 60_000);
    expect(failed.at(-1)).toBe(true);
    expect(stored.at(-1)?.end).toBeNull();
    await clock.advance(60_000);
    expect(failed.at(-1)).toBe(true);
    setFull(false);
    await clock.advance(5000);
    expect(failed.at(-1)).toBe(false);
    expect(stored.at(-1)).toMatchObject({ end: 'finished', endedAtMs: NOON + 60_000 });
    const writes = stored.length;
    await clock.advance(60_000);
    expect(stored.length).toBe(writes);
  });

  it('is tried by one timer, however many writes failed', async () => {
    const { clock, keeper, stored, setFull } = setUp();
    await clock.advance(0);
    setFull(true);
    for (let n = 1; n < 5; n++) {
      keeper.note(NOON + n * 1000, { levels: { legs: n }, measured: false }, n);
      await clock.advance(1000);
    }
    setFull(false);
    const writes = stored.length;
    await clock.advance(60_000);
    expect(stored.length).toBe(writes + 1);
    expect(stored.at(-1)?.done.length).toBe(4);
  });

  it('is handed over when the page goes away', async () => {
    const { clock, keeper, stored, setFull } = setUp();
    await clock.advance(0);
    setFull(true);
    await keeper.close('finished', NOON + 60_000);
    keeper.closeNow('tab-closed', NOON + 90_000);
    expect(stored.at(-1)).toMatchObject({ end: 'finished', endedAtMs: NOON + 60_000 });
  });
});

describe('a record that is stored', () => {
  it('is not written again when the page goes away', async () => {
    const { clock, keeper, stored } = setUp();
    await keeper.close('finished', NOON + 60_000);
    await clock.advance(0);
    const writes = stored.length;
    keeper.closeNow('tab-closed', NOON + 90_000);
    expect(stored.length).toBe(writes);
  });
});

describe('what the device reports after the end', () => {
  const close = async () => {
    const db = freshDatabase();
    await db.open();
    const keeper = new RecordKeeper(OPEN, { sink: databaseRecords(db), clock: heldClock(NOON) });
    await keeper.close('stopped', NOON + 60_000, { rest: 'moves' });
    return { db, keeper };
  };

  it('is added to the row, and keeps the note that the user wrote meanwhile', async () => {
    const { db, keeper } = await close();
    await updateSessionNote(db, 's1', 'left calf tight');
    keeper.addLater({ rest: 'seen' });
    await keeper.close('stopped', NOON + 60_000);
    expect(await db.sessions.get('s1')).toMatchObject({ end: 'stopped', rest: 'seen', note: 'left calf tight' });
    keeper.closeNow('tab-closed', NOON + 90_000);
    expect(await db.sessions.get('s1')).toMatchObject({ end: 'stopped', note: 'left calf tight' });
  });

  it('does not bring back a row that the user deleted', async () => {
    const { db, keeper } = await close();
    await deleteSession(db, 's1');
    keeper.addLater({ rest: 'seen' });
    await keeper.close('stopped', NOON + 60_000);
    expect(await db.sessions.get('s1')).toBeUndefined();
  });
});
