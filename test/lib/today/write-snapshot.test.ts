import Dexie, { type DBCore } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  answerCheckIn,
  deleteActivity,
  deleteCheck,
  deleteDemo,
  importHistory,
  keepRecording,
  MARKED,
  putActivity,
  type ReboundDatabase,
  rememberDevice,
  restoreCheck,
  type StoredActivity,
  setSetting,
  undoImport,
} from '../../../lib/storage';
import { readEarlySnapshot } from '../../../lib/today/read-snapshot';
import { readToday } from '../../../lib/today/read-today';
import { toTodaySnapshot } from '../../../lib/today/snapshot';
import { keepToday, readMarkedToday, readSnapshot } from '../../../lib/today/write-snapshot';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { mergeRow } from '../../support/page-activity';

const PRODUCT = '1.2.3';
/** Noon of that day in any zone. */
const NOON = new Date(2026, 4, 4, 12).getTime();
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let db: ReboundDatabase;
beforeEach(async () => {
  db = freshDatabase();
  vi.stubGlobal('indexedDB', Dexie.dependencies.indexedDB);
  await db.checks.bulkAdd(Array.from({ length: 12 }, (_, daysAgo) => aCheck({ id: `${daysAgo}`, daysAgo, rmssdMs: 50 + daysAgo })));
});
afterEach(() => {
  db.close();
  vi.unstubAllGlobals();
});

const keep = async (nowMs = NOON) => readSnapshot(db, PRODUCT, nowMs);
const first = (product = PRODUCT, nowMs = NOON) => readEarlySnapshot('test', product, nowMs);

const anActivity = (startMs: number, more: Partial<StoredActivity> = {}): StoredActivity => ({
  id: 'run',
  world: 'own',
  source: 'typed',
  sourceId: null,
  timeZone: 'UTC',
  day: TODAY,
  title: null,
  maxHrBpm: null,
  distanceM: null,
  edited: [],
  sport: 'run',
  startMs,
  movingTimeS: 3600,
  avgHrBpm: null,
  rpe: 8,
  kind: null,
  regions: [],
  ...more,
});

describe('the stored snapshot', () => {
  it('contains today in short, and the device seen last', async () => {
    expect(await first()).toBeNull();
    await keep();
    const snapshot = toTodaySnapshot(await readToday(db, NOON));
    expect(snapshot.check?.rmssdMs).toBe(50);
    expect((await first())?.snapshot).toEqual(snapshot);
    const strap = {
      name: 'H10',
      class: 'chest',
      location: null,
      manufacturer: null,
      model: null,
      firmware: null,
      batteryPct: null,
    } as const;
    await rememberDevice(db, { ...strap, id: 'older', lastSeenMs: 1 });
    await rememberDevice(db, { ...strap, id: 'newer', lastSeenMs: 2 });
    expect((await first())?.last?.id).toBe('newer');
  });

  it('is invalid on another day, and in another version of the product', async () => {
    await keep();
    expect(await first(PRODUCT, NOON + 24 * HOUR_MS)).toBeNull();
    expect(await first('1.2.4')).toBeNull();
    expect(await first()).not.toBeNull();
  });

  it('ends when something entered ahead begins', async () => {
    await putActivity(db, anActivity(NOON + MINUTE_MS));
    await keep();
    expect(await first(PRODUCT, NOON + MINUTE_MS - 1)).not.toBeNull();
    expect(await first(PRODUCT, NOON + MINUTE_MS)).toBeNull();
  });

  it('shows the verdict without a next step, once the plan may have changed', async () => {
    await keep();
    const { untilMs, dayUntilMs } = await readToday(db, NOON);
    expect(untilMs).toBeLessThan(dayUntilMs);
    expect((await first(PRODUCT, untilMs - 1))?.nextKnown).toBe(true);
    expect((await first(PRODUCT, untilMs))?.nextKnown).toBe(false);
    // A surface that shows the next step gets the current plan.
    const fresh = await readToday(db, untilMs);
    expect((await readSnapshot(db, PRODUCT, untilMs)).next?.id).toBe(fresh.next?.id);
  });

  it('is not stored if anything was written while it was made', async () => {
    const marked = await readMarkedToday(db, NOON);
    await deleteCheck(db, '0');
    expect(await keepToday(db, PRODUCT, marked)).toBe(false);
    expect(await first()).toBeNull();
  });

  it('creates no database, and leaves an older one unchanged', async () => {
    expect(await readEarlySnapshot('nowhere', PRODUCT, NOON)).toBeNull();
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['test']);
    const old = new Dexie('old');
    old.version(3).stores({ checks: 'id' });
    await old.open();
    old.close();
    expect(await readEarlySnapshot('old', PRODUCT, NOON)).toBeNull();
    expect((await indexedDB.databases()).find(({ name }) => name === 'old')?.version).toBe(30);
  });

  const run = anActivity(NOON - HOUR_MS);
  const kept = aCheck({ id: 'new', daysAgo: 30 });
  it.each<[string, () => Promise<unknown>]>([
    ['a check', () => keepRecording(db, kept)],
    ['a check deleted', () => deleteCheck(db, '0')],
    ['a check put back', () => restoreCheck(db, kept)],
    ['the demo removed', () => db.checks.put(aCheck({ world: 'demo' })).then(() => keep().then(() => deleteDemo(db)))],
    ['an answer', () => answerCheckIn(db, { world: 'own', day: TODAY, timeZone: 'UTC' }, { soreness: 4 }, NOON)],
    ['an activity', () => putActivity(db, run)],
    ['an activity deleted', () => putActivity(db, run).then(() => keep().then(() => deleteActivity(db, run.id)))],
    ['an activity read from a page', () => mergeRow(db, { ...run, source: 'strava', sourceId: '1' })],
    ['a history', () => importHistory(db, { id: 'import', source: 'typed', atMs: 0 }, [{ day: '2026-04-01', rmssdMs: 40, hrBpm: 50 }])],
    [
      'a history taken back',
      () =>
        importHistory(db, { id: 'import', source: 'typed', atMs: 0 }, [{ day: '2026-04-01', rmssdMs: 40, hrBpm: 50 }]).then(() =>
          keep().then(() => undoImport(db, 'import')),
        ),
    ],
    ['the width of the range', () => setSetting(db, 'rangeWidthSd', 1.5)],
  ])('is invalid after %s', async (_, write) => {
    await keep();
    expect(await first()).not.toBeNull();
    await write();
    expect(await first()).toBeNull();
    await keep();
    expect(await first()).not.toBeNull();
  });

  it('depends on every table that today is read from', async () => {
    await db.checks.add(aCheck({ world: 'demo' }));
    const read = new Set<string>();
    const watched: ReboundDatabase = freshDatabase();
    watched.use({
      stack: 'dbcore',
      name: 'watch',
      create: (core: DBCore) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          const noted =
            <Arguments extends unknown[], Result>(run: (...given: Arguments) => Result) =>
            (...given: Arguments) => {
              read.add(name);
              return run(...given);
            };
          return {
            ...table,
            get: noted(table.get),
            getMany: noted(table.getMany),
            query: noted(table.query),
            openCursor: noted(table.openCursor),
            count: noted(table.count),
          };
        },
      }),
    });
    await readToday(watched, NOON);
    // Mornings change with their checks, in one transaction.
    expect([...read].filter((name) => name !== 'mornings' && !MARKED.includes(name))).toEqual([]);
    expect(read).toContain('checks');
    watched.close();
  });
});

describe('a damaged snapshot', () => {
  const paths = [
    ['mark'],
    ['untilMs'],
    ['fromMs'],
    ['snapshot'],
    ['snapshot', 'readiness'],
    ['snapshot', 'readiness', 'rule'],
    ['snapshot', 'readiness', 'verdict'],
    ['snapshot', 'readiness', 'contributors'],
    ['snapshot', 'readiness', 'days'],
    ['snapshot', 'check'],
    ['snapshot', 'check', 'rating'],
    ['snapshot', 'check', 'rmssdMs'],
    ['snapshot', 'next', 'modality'],
    ['snapshot', 'next', 'startMs'],
    ['snapshot', 'next', 'reason'],
    ['snapshot', 'units'],
    ['snapshot', 'day'],
  ] as const;

  it.each(paths)('is not shown, and nothing throws: %s %s %s', async (...path) => {
    await keep();
    expect(await first()).not.toBeNull();
    const row = structuredClone(await db.digests.get('today')) as unknown as { stored: Record<string, unknown> };
    const holder = path.slice(0, -1).reduce<Record<string, unknown>>((at, field) => at[field ?? ''] as Record<string, unknown>, row.stored);
    expect(holder).toHaveProperty(path.at(-1) ?? '');
    for (const damage of ['no such thing', { odd: 1 }, 7, undefined, [7]]) {
      if (path.at(-1)?.endsWith('Ms') && damage === 7) continue;
      if (path.at(-1) === 'days' && damage === 7) continue;
      // The names of all modalities would make the popup's first script larger; an unknown one has no text and does no harm.
      if (path.at(-1) === 'modality' && typeof damage === 'string') continue;
      holder[path.at(-1) ?? ''] = damage;
      const database = db.backendDB();
      await new Promise((resolve) => {
        const transaction = database.transaction('digests', 'readwrite');
        transaction.objectStore('digests').put(row);
        transaction.oncomplete = resolve;
      });
      expect(await first()).toBeNull();
      expect((await keep()).day).toBe(TODAY);
      expect(await first()).not.toBeNull();
    }
  });

  it('leaves out an unreadable device', async () => {
    await keep();
    const transaction = db.backendDB().transaction('devices', 'readwrite');
    transaction.objectStore('devices').put({ id: 'odd', lastSeenMs: 'yesterday' });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    expect((await first())?.last).toBeUndefined();
  });
});
