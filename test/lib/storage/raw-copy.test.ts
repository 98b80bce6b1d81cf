import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { rawCopyText, readRawCopy } from '../../../lib/storage';

const NOW_MS = 1_000_000;

function make(idb: IDBFactory, version: number, rows: readonly unknown[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = idb.open('test', version);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('checks', { keyPath: 'id' });
      asked.result.createObjectStore('settings');
    };
    asked.onsuccess = () => {
      const store = asked.result.transaction('checks', 'readwrite').objectStore('checks');
      for (const row of rows) store.put(row);
      store.transaction.oncomplete = () => {
        asked.result.close();
        resolve();
      };
    };
    asked.onerror = () => reject(asked.error);
  });
}

describe('a copy of what can be read', () => {
  it('has every table, whatever its version and its rows', async () => {
    const idb = new IDBFactory();
    const rows = [
      { id: 'a', rr: Uint16Array.of(800, 810) },
      { id: 'b', damaged: { nobody: 'knows' } },
    ];
    await make(idb, 990, rows);
    const copy = await readRawCopy('test', NOW_MS, idb);
    expect(copy).toMatchObject({ format: 'rebound-raw-copy', version: 990, savedAtMs: NOW_MS });
    expect(copy.tables.checks).toEqual({ rows: rows.map((value) => ({ key: value.id, value })), error: null });
    expect(copy.tables.settings).toEqual({ rows: [], error: null });
    expect(JSON.parse(rawCopyText(copy)).tables.checks.rows[0].value).toEqual({ id: 'a', rr: [800, 810] });
  });

  it('changes nothing: the database has its version afterwards, and can be opened', async () => {
    const idb = new IDBFactory();
    await make(idb, 3, [{ id: 'a' }]);
    await readRawCopy('test', NOW_MS, idb);
    expect((await idb.databases()).map(({ name, version }) => [name, version])).toEqual([['test', 3]]);
  });

  it('is refused where nothing was ever stored, and makes no database', async () => {
    const idb = new IDBFactory();
    await expect(readRawCopy('test', NOW_MS, idb)).rejects.toBeDefined();
    expect(await idb.databases()).toEqual([]);
  });
});
