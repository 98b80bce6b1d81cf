import { settled } from '../../support/rows';

/**
 * The database as each released version created it, written with the browser's own API. This is what users have on their machines, so it
 * never changes. Stores by version, as `[key path or null, auto-increment, indexes]`.
 */
type Path = string | string[];
interface Store {
  readonly key: Path | null;
  readonly counts?: true;
  readonly indexes?: Readonly<Record<string, Path>>;
}

const STORES: Readonly<Record<number, Readonly<Record<string, Store>>>> = {
  1: {
    checks: { key: 'id', indexes: { '[world+startedAtMs]': ['world', 'startedAtMs'], '[world+day]': ['world', 'day'] } },
    recordings: { key: 'id' },
    journal: { key: null, counts: true, indexes: { recordingId: 'recordingId' } },
    devices: { key: 'id' },
    settings: { key: null },
  },
  2: {
    sessions: { key: 'id', indexes: { startedAtMs: 'startedAtMs' } },
    profiles: { key: 'id' },
    checkIns: { key: ['world', 'day'] },
    planned: { key: 'id', indexes: { '[world+day]': ['world', 'day'] } },
    activities: {
      key: 'id',
      indexes: { '[world+startMs]': ['world', 'startMs'], '[world+source+sourceId]': ['world', 'source', 'sourceId'] },
    },
    histories: { key: ['source', 'day'], indexes: { importId: 'importId' } },
    imports: { key: 'id' },
    experiments: { key: 'id' },
  },
  3: {
    planLog: { key: 'id', indexes: { '[world+day]': ['world', 'day'], itemId: 'itemId' } },
    plans: { key: 'world' },
    labs: { key: 'id', indexes: { '[name+day]': ['name', 'day'] } },
    weighings: { key: 'id', indexes: { '[world+day]': ['world', 'day'] } },
    siteReads: { key: 'site' },
    heartRates: { key: ['source', 'sourceId'] },
  },
  4: {
    mornings: { key: ['world', 'day', 'id'], indexes: { id: 'id' } },
    digests: { key: 'key' },
  },
  6: {
    routines: { key: 'id' },
    routineDays: { key: 'day' },
  },
};

/** All stores of a version: its own and those of earlier versions. */
function listStores(version: number): [string, Store][] {
  return Object.entries(STORES).flatMap(([since, stores]) => (Number(since) <= version ? Object.entries(stores) : []));
}

/** Dexie's schema of each version, from the stores above. */
export function shippedSchema(version: number): Record<string, string> {
  const path = (key: Path) => (typeof key === 'string' ? key : `[${key.join('+')}]`);
  const text = ({ key, counts, indexes = {} }: Store) =>
    [counts ? '++' : key === null ? '' : path(key), ...Object.values(indexes).map(path)].join(', ');
  return Object.fromEntries(Object.entries(STORES[version] ?? {}).map(([name, store]) => [name, text(store)]));
}

/** A row, and its key where the store has no key path. */
export interface ShippedRow {
  readonly table: string;
  readonly row: unknown;
  readonly key?: IDBValidKey;
}

/** Creates the database of a version with some rows, without those of tables that it lacks. */
export async function makeShipped(factory: IDBFactory, name: string, version: number, rows: readonly ShippedRow[]): Promise<void> {
  // Dexie counts ten for each of its versions.
  const request = factory.open(name, version * 10);
  request.onupgradeneeded = () => {
    for (const [store, { key, counts = false, indexes = {} }] of listStores(version)) {
      const made = request.result.createObjectStore(store, { ...(key === null ? {} : { keyPath: key }), autoIncrement: counts });
      for (const [index, path] of Object.entries(indexes)) made.createIndex(index, path);
    }
  };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
  const kept = rows.filter(({ table }) => database.objectStoreNames.contains(table));
  const transaction = database.transaction([...new Set(kept.map(({ table }) => table))], 'readwrite');
  for (const { table, row, key } of kept) transaction.objectStore(table).put(row, key);
  await settled(transaction);
  database.close();
}
