import type { Day } from '../core/day';
import type { DigestRow, Glance, KnownDevice } from '../storage';

/** What can be shown of today before the database layer, and all that judges, is loaded: past it, by the browser's own interface. */

/** Raise it when what a digest holds changes its shape or its meaning. */
const FORMAT = 1;

/** Which product works digests out, and reads no other's. */
export function digestVersion(product: string): string {
  return `${product} ${FORMAT}`;
}

export interface FirstGlance {
  readonly glance: Glance;
  /** The device seen last. */
  readonly last: KnownDevice | undefined;
}

/**
 * The glance that was worked out last, where nothing it rests on was written since, the day is still the same and nothing that was yet to
 * come has begun; else null, as when the database cannot be read: then it has to be worked out.
 */
export async function firstGlance(name: string, product: string, day: Day, nowMs: number): Promise<FirstGlance | null> {
  const database = await opened(name);
  if (database === null) return null;
  try {
    if (!['digests', 'devices'].every((store) => database.objectStoreNames.contains(store))) return null;
    const transaction = database.transaction(['digests', 'devices'], 'readonly');
    const [rows, devices] = await Promise.all([
      answered<DigestRow[]>(transaction.objectStore('digests').getAll()),
      answered<KnownDevice[]>(transaction.objectStore('devices').getAll()),
    ]);
    const revision = rows.find((row) => row.key === 'revision');
    const today = rows.find((row) => row.key === 'today');
    if (today === undefined || today.digest.mark !== (revision?.mark ?? '')) return null;
    const { glance, version, untilMs } = today.digest;
    if (version !== digestVersion(product) || glance.day !== day || nowMs >= untilMs) return null;
    return { glance, last: devices.sort((a, b) => b.lastSeenMs - a.lastSeenMs)[0] };
  } finally {
    database.close();
  }
}

/** Null where there is none yet, which must not make one, or none can be had. */
function opened(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(null);
    request.onblocked = () => resolve(null);
    request.onsuccess = () => {
      const database = request.result;
      // Nobody who wants to change the database has to wait for this.
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}

function answered<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}
