import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { localZone } from '../../../lib/core/day';
import { getStoredSnapshot, keepSnapshot, rememberDevice, type StoredSnapshot } from '../../../lib/storage';
import { handOverSnapshot, takeEarlySnapshot } from '../../../lib/today/early-snapshot';
import { openSnapshot, readEarlySnapshot, toSnapshotVersion } from '../../../lib/today/read-snapshot';
import { readToday } from '../../../lib/today/read-today';
import { toDaySnapshot, toTodaySnapshot } from '../../../lib/today/snapshot';
import { readSnapshot } from '../../../lib/today/write-snapshot';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';

const PRODUCT = '1.2.3';
const NOON = new Date(2026, 4, 4, 12).getTime();
const MIN = 60_000;

let db: ReturnType<typeof freshDatabase>;
beforeEach(async () => {
  db = freshDatabase();
  await db.checks.add(aCheck({ id: 'check' }));
  vi.stubGlobal('indexedDB', Dexie.dependencies.indexedDB);
});
afterEach(() => {
  db.close();
  vi.unstubAllGlobals();
});

describe('a stored snapshot', () => {
  const stored = async (changes: Partial<StoredSnapshot> = {}): Promise<StoredSnapshot> => ({
    snapshot: toTodaySnapshot(await readToday(db, NOON)),
    mark: 'mark',
    version: toSnapshotVersion(PRODUCT),
    fromMs: NOON,
    untilMs: NOON + 10 * MIN,
    dayUntilMs: NOON + 20 * MIN,
    ...changes,
  });
  const open = async (nowMs = NOON, changes: Partial<StoredSnapshot> = {}, mark = 'mark') =>
    openSnapshot(await stored(changes), mark, PRODUCT, nowMs);

  it('is opened from the moment that it was made until the plan may change', async () => {
    const at = await Promise.all([NOON - 1, NOON, NOON + 10 * MIN - 1, NOON + 10 * MIN].map((nowMs) => open(nowMs)));
    expect(at.map((one) => one !== null)).toEqual([false, true, true, false]);
  });

  it('is opened while the plan holds, even where the day ended before it', async () => {
    expect(await open(NOON + 10 * MIN - 1, { dayUntilMs: NOON })).not.toBeNull();
  });

  it.each<[string, Partial<StoredSnapshot>, string]>([
    ['of another revision', {}, 'other'],
    ['of another version', { version: toSnapshotVersion('1.2.4') }, 'mark'],
    ['that is damaged', { snapshot: {} }, 'mark'],
  ])('%s is not opened', async (_, changes, mark) => {
    expect(await open(NOON, changes, mark)).toBeNull();
  });

  it('is none where none was stored', () => {
    expect(openSnapshot(undefined, 'mark', PRODUCT, NOON)).toBeNull();
  });

  it('is another version in another time zone, and after an update', () => {
    expect(toSnapshotVersion(PRODUCT)).toContain(localZone());
    expect(toSnapshotVersion('1.2.4')).not.toBe(toSnapshotVersion(PRODUCT));
    // What was stored in the fourth shape of a snapshot, without conflicts, is not read.
    expect(toSnapshotVersion(PRODUCT)).toBe(`1.2.3 7 ${localZone()}`);
  });
});

describe('a snapshot that is made while others keep writing', () => {
  it('is tried three times, then shown without being stored', async () => {
    const get = db.digests.get.bind(db.digests);
    let mark = 0;
    vi.spyOn(db.digests, 'get').mockImplementation(((key: 'today' | 'revision') =>
      key === 'revision' ? Promise.resolve({ key, mark: `${++mark}` }) : get(key)) as never);
    expect((await readSnapshot(db, PRODUCT, NOON)).day).toBe(TODAY);
    // The mark is read once to look for a snapshot, then before and after each attempt.
    expect(mark).toBe(1 + 3 * 2);
    expect(await get('today')).toBeUndefined();
  });
});

describe('the first script of a page', () => {
  const first = (name = 'test', nowMs = NOON) => readEarlySnapshot(name, PRODUCT, nowMs);
  const strap = { name: 'H10', class: 'chest', location: null, manufacturer: null, model: null, firmware: null, batteryPct: 70 } as const;

  it('reads the snapshot, whether the next step is known, and the device seen last', async () => {
    const snapshot = await readSnapshot(db, PRODUCT, NOON);
    expect(await first()).toEqual({ snapshot, nextKnown: true, last: undefined });
    for (const [id, lastSeenMs] of [
      ['first', 1],
      ['last', 3],
      ['second', 2],
    ] as const)
      await rememberDevice(db, { ...strap, id, lastSeenMs });
    expect((await first())?.last).toMatchObject({ id: 'last', lastSeenMs: 3 });
  });

  it('leaves out a conflict with the rest day once the plan may have changed, because the rest day may be another by then', async () => {
    const planned = { sport: 'run', atMs: NOON + 60 * MIN, day: TODAY, minutes: 60, intensity: 'hard' } as const;
    const session = { sessionId: 's', offers: ['keep'], easier: null, moveTo: null, kind: 'session', session: planned } as const;
    const conflicts = (['ill', 'rest-day', 'verdict'] as const).map((why) => ({ why, ...session }));
    await readSnapshot(db, PRODUCT, NOON);
    const stored = await getStoredSnapshot(db);
    if (stored === undefined) throw new Error('no snapshot was stored');
    const { untilMs, snapshot } = stored;
    await keepSnapshot(db, { ...stored, dayUntilMs: untilMs + MIN, snapshot: { ...Object(snapshot), conflicts } });
    const reasons = async (nowMs: number) => (await first('test', nowMs))?.snapshot.conflicts.map(({ why }) => why);
    expect(await reasons(untilMs - 1)).toEqual(['ill', 'rest-day', 'verdict']);
    expect(await reasons(untilMs)).toEqual(['ill', 'verdict']);
  });

  it('holds no connection: the database can be deleted at once', async () => {
    await readSnapshot(db, PRODUCT, NOON);
    await first();
    db.close();
    const blocked = vi.fn();
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('test');
      request.onblocked = blocked;
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    expect(blocked).not.toHaveBeenCalled();
  });

  it('finds nothing in a database that has only some of the tables', async () => {
    for (const tables of [{ digests: 'key' }, { devices: 'id' }, { digests: 'key', devices: 'id' }]) {
      vi.stubGlobal('indexedDB', new IDBFactory());
      const partly = new Dexie('partly', { indexedDB, IDBKeyRange: Dexie.dependencies.IDBKeyRange });
      partly.version(1).stores(tables);
      await partly.open();
      partly.close();
      expect(await first('partly')).toBeNull();
    }
  });

  it('finds nothing where the database cannot be opened', async () => {
    const failing = (event: 'onerror' | 'onblocked') => ({
      open: () => {
        const request: Partial<Record<typeof event, () => void>> = {};
        queueMicrotask(() => request[event]?.());
        return request;
      },
    });
    for (const event of ['onerror', 'onblocked'] as const) {
      vi.stubGlobal('indexedDB', failing(event));
      expect(await first()).toBeNull();
    }
  });

  it('lets an upgrade of the database through while it reads', async () => {
    const connection = { onversionchange: null as (() => void) | null, close: vi.fn(), objectStoreNames: { contains: () => false } };
    vi.stubGlobal('indexedDB', {
      open: () => {
        const request = { result: connection, onsuccess: null as (() => void) | null };
        queueMicrotask(() => request.onsuccess?.());
        return request;
      },
    });
    expect(await first()).toBeNull();
    expect(connection.close).toHaveBeenCalledTimes(1);
    connection.onversionchange?.();
    expect(connection.close).toHaveBeenCalledTimes(2);
  });

  it('passes a read that fails on, with its error', async () => {
    const failed = new DOMException('gone');
    const store = () => {
      const request = { error: failed, onerror: null as (() => void) | null };
      queueMicrotask(() => request.onerror?.());
      return request;
    };
    const connection = {
      close: vi.fn(),
      objectStoreNames: { contains: () => true },
      transaction: () => ({ objectStore: () => ({ get: store, getAll: store }) }),
    };
    vi.stubGlobal('indexedDB', {
      open: () => {
        const request = { result: connection, onsuccess: null as (() => void) | null };
        queueMicrotask(() => request.onsuccess?.());
        return request;
      },
    });
    await expect(first()).rejects.toBe(failed);
    expect(connection.close).toHaveBeenCalledTimes(1);
  });

  it('hands it over to the second script, which takes nothing where it did not run', async () => {
    handOverSnapshot(Promise.resolve(null));
    expect(await takeEarlySnapshot()).toBeNull();
    const early = { snapshot: await readSnapshot(db, PRODUCT, NOON), nextKnown: true, last: undefined };
    handOverSnapshot(Promise.resolve(early));
    expect(await takeEarlySnapshot()).toBe(early);
    globalThis.reboundSnapshot = undefined;
    expect(await takeEarlySnapshot()).toBeNull();
  });
});

describe('what a snapshot holds', () => {
  it('is the day with the two largest causes', async () => {
    const today = await readToday(db, NOON);
    const causes = ['hrv', 'sleep', 'mood'].map((name) => ({ name, direction: 'none', weight: 1, says: { code: name } }));
    const readiness = { ...today.readiness, contributors: causes } as never;
    expect(toDaySnapshot({ ...today, readiness }).readiness.contributors).toEqual(causes.slice(0, 2));
  });

  it('has what was measured, and the next step as the plan has it', async () => {
    const today = await readToday(db, NOON);
    const snapshot = toTodaySnapshot(today);
    expect(snapshot.check).toEqual({
      startedAtMs: aCheck().startedAtMs,
      timeZone: 'UTC',
      rating: 'good',
      rmssdMs: 50,
      meanHrBpm: 60,
    });
    expect(today.next).toMatchObject(snapshot.next ?? { id: 'none' });
    expect(snapshot.next).not.toHaveProperty('steps');
    const nothing = toTodaySnapshot({ ...today, next: null, check: null });
    expect([nothing.next, nothing.check]).toEqual([null, null]);
  });
});
