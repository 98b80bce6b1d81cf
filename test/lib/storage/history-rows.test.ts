import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { historyBetween, historyImports, importHistory, type ReboundDatabase, undoImport } from '../../../lib/storage';
import { freshDatabase } from '../../support/database';

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

const morning = (day: string, rmssdMs: number) => ({ day, rmssdMs, hrBpm: 50 });
const typed = (id: string, atMs: number) => ({ id, source: 'typed', atMs }) as const;
const all = async () => (await historyBetween(db, '2026-01-01', '2026-12-31')).map(({ source, day, rmssdMs }) => [source, day, rmssdMs]);

describe('an imported history', () => {
  it('is read by days, from all sources; each source has its own row of a day', async () => {
    await importHistory(db, typed('a', 1), [morning('2026-03-02', 50), morning('2026-03-01', 40)]);
    await importHistory(db, { id: 'b', source: 'hrv4training', atMs: 2 }, [morning('2026-03-01', 60)]);
    expect(await historyBetween(db, '2026-03-01', '2026-03-01')).toEqual([
      { source: 'typed', day: '2026-03-01', rmssdMs: 40, hrBpm: 50, importId: 'a' },
      { source: 'hrv4training', day: '2026-03-01', rmssdMs: 60, hrBpm: 50, importId: 'b' },
    ]);
    expect((await all()).length).toBe(3);
    expect((await historyImports(db)).map(({ id, rows, from, to }) => [id, rows, from, to])).toEqual([
      ['b', 1, '2026-03-01', '2026-03-01'],
      ['a', 2, '2026-03-01', '2026-03-02'],
    ]);
  });

  it('needs at least one row', async () => {
    expect(await importHistory(db, typed('a', 1), [])).toBeNull();
    expect(await historyImports(db)).toEqual([]);
  });

  it('can be undone: replaced rows return', async () => {
    await importHistory(db, typed('a', 1), [morning('2026-03-01', 40), morning('2026-03-02', 41)]);
    await importHistory(db, typed('b', 2), [morning('2026-03-02', 99), morning('2026-03-03', 42)]);
    expect((await all()).map(([, , ms]) => ms)).toEqual([40, 99, 42]);
    await undoImport(db, 'b');
    expect((await all()).map(([, , ms]) => ms)).toEqual([40, 41]);
    await undoImport(db, 'a');
    expect(await all()).toEqual([]);
    expect(await historyImports(db)).toEqual([]);
  });

  it('undone out of order leaves the later import, which then falls back to the state before both', async () => {
    await importHistory(db, typed('a', 1), [morning('2026-03-01', 40)]);
    await importHistory(db, typed('b', 2), [morning('2026-03-01', 50)]);
    await importHistory(db, typed('c', 3), [morning('2026-03-01', 60)]);
    await undoImport(db, 'b');
    expect((await all()).map(([, , ms]) => ms)).toEqual([60]);
    await undoImport(db, 'c');
    expect((await all()).map(([, , ms]) => ms)).toEqual([40]);
    await undoImport(db, 'no such import');
  });
});
