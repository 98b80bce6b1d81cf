/**
 * A copy of whatever can still be read, when the database does not open as it should. Uses IndexedDB itself: no schema, no migration, no
 * check, and it writes nothing.
 */
export interface RawCopy {
  readonly format: 'rebound-raw-copy';
  /** The version of the stored database. */
  readonly version: number;
  readonly savedAtMs: number;
  readonly tables: Readonly<Record<string, RawTable>>;
}

export interface RawTable {
  readonly rows: readonly { readonly key: unknown; readonly value: unknown }[];
  /** Why reading ended early; null when all of it was read. */
  readonly error: string | null;
}

const OPEN_MS = 10_000;

/** Throws when the database cannot be opened at all, with a message that says why. */
export async function readRawCopy(name: string, nowMs: number, idb: IDBFactory = indexedDB): Promise<RawCopy> {
  const database = await open(name, idb);
  try {
    const tables: Record<string, RawTable> = {};
    for (const table of database.objectStoreNames) tables[table] = await readTable(database, table);
    return { format: 'rebound-raw-copy', version: database.version, savedAtMs: nowMs, tables };
  } finally {
    database.close();
  }
}

/** The copy as text. Typed arrays become lists of numbers. */
export function rawCopyText(copy: RawCopy): string {
  return JSON.stringify(copy, (_, value: unknown) => {
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return [...(value as unknown as Iterable<number>)];
    return value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value;
  });
}

function open(name: string, idb: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = idb.open(name);
    const late = setTimeout(() => reject(new Error('the database does not answer')), OPEN_MS);
    const settle = (act: () => void) => {
      clearTimeout(late);
      act();
    };
    // Without a version the stored one is opened. There is none if an upgrade is needed: nothing was ever stored.
    asked.onupgradeneeded = () => asked.transaction?.abort();
    asked.onsuccess = () => settle(() => resolve(asked.result));
    asked.onerror = () => settle(() => reject(asked.error ?? new Error('the database does not open')));
    asked.onblocked = () => settle(() => reject(new Error('another tab holds the database')));
  });
}

/** Row by row, so that one that cannot be read costs only what comes after it. */
function readTable(database: IDBDatabase, table: string): Promise<RawTable> {
  return new Promise((resolve) => {
    const rows: { key: unknown; value: unknown }[] = [];
    const end = (error: unknown) => resolve({ rows, error: error === null ? null : String(error) });
    try {
      const asked = database.transaction(table, 'readonly').objectStore(table).openCursor();
      asked.onerror = () => end(asked.error);
      asked.onsuccess = () => {
        const cursor = asked.result;
        if (cursor === null) return end(null);
        rows.push({ key: cursor.primaryKey, value: cursor.value });
        cursor.continue();
      };
    } catch (error) {
      end(error);
    }
  });
}
