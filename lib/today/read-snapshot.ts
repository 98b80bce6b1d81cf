import { localZone } from '../core/day';
import type { DigestRow, KnownDevice, StoredSnapshot } from '../storage';
import type { TodaySnapshot } from './snapshot';
import { isEarlyDevice, isStoredSnapshot, isTodaySnapshot } from './snapshot-shape';

/**
 * Reads the stored snapshot of today through IndexedDB directly, so that a page can show it before Dexie, readiness and the planner are
 * loaded. Keep this file small: it is in the popup's first script.
 */

/** Raise it when the shape or the meaning of a snapshot changes. */
const FORMAT = 7;

/** The version that a snapshot is stored with: no other version reads it. Another time zone counts as another version. */
export function toSnapshotVersion(product: string): string {
  return `${product} ${FORMAT} ${localZone()}`;
}

export interface EarlySnapshot {
  readonly snapshot: TodaySnapshot;
  /** False: time has passed, and the next step may be another by now; the rest still holds. */
  readonly nextKnown: boolean;
  /** The device that was seen last. */
  readonly last: KnownDevice | undefined;
}

/**
 * Returns the stored snapshot; null if any part of it is no longer valid.
 * @param mark the current revision mark
 */
export function openSnapshot(stored: StoredSnapshot | undefined, mark: string, product: string, nowMs: number): TodaySnapshot | null {
  const known = openDay(stored, mark, product, nowMs);
  return known?.nextKnown === true ? known.snapshot : null;
}

/** The same while its verdict and figures are valid, whether or not the next step still is. Its day ends before either becomes invalid. */
function openDay(
  stored: StoredSnapshot | undefined,
  mark: string,
  product: string,
  nowMs: number,
): Pick<EarlySnapshot, 'snapshot' | 'nextKnown'> | null {
  if (!isStoredSnapshot(stored) || stored.mark !== mark || stored.version !== toSnapshotVersion(product)) return null;
  if (!(nowMs >= stored.fromMs && nowMs < Math.max(stored.untilMs, stored.dayUntilMs))) return null;
  const { snapshot } = stored;
  if (!isTodaySnapshot(snapshot)) return null;
  if (nowMs < stored.untilMs) return { snapshot, nextKnown: true };
  // The plan may have its rest day on another day by now.
  return { snapshot: { ...snapshot, conflicts: snapshot.conflicts.filter(({ why }) => why !== 'rest-day') }, nextKnown: false };
}

/**
 * Reads the stored snapshot and the device that was seen last. Null if there is no valid snapshot, or no database; never creates a
 * database.
 */
export async function readEarlySnapshot(name: string, product: string, nowMs: number): Promise<EarlySnapshot | null> {
  const database = await openExisting(name);
  if (database === null) return null;
  try {
    if (!['digests', 'devices'].every((store) => database.objectStoreNames.contains(store))) return null;
    const transaction = database.transaction(['digests', 'devices'], 'readonly');
    const [revision, today, devices] = await Promise.all([
      toPromise<Partial<DigestRow & { key: 'revision' }> | undefined>(transaction.objectStore('digests').get('revision')),
      toPromise<Partial<DigestRow & { key: 'today' }> | undefined>(transaction.objectStore('digests').get('today')),
      toPromise<unknown[]>(transaction.objectStore('devices').getAll()),
    ]);
    const known = openDay(today?.stored, revision?.mark ?? '', product, nowMs);
    if (known === null) return null;
    return { ...known, last: devices.filter(isEarlyDevice).sort((a, b) => b.lastSeenMs - a.lastSeenMs)[0] };
  } finally {
    database.close();
  }
}

/** Null if the database does not exist yet or cannot be opened. */
function openExisting(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    // Only the database layer creates the database.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(null);
    request.onblocked = () => resolve(null);
    request.onsuccess = () => {
      const database = request.result;
      // Close at once when another page upgrades the database.
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}

function toPromise<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}
