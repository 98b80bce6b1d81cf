/** Reads the extension's IndexedDB directly, without the product's code, so that the product cannot confirm itself. */
import type { Page } from 'puppeteer';
import { until } from './until';

export interface StoredCheck {
  readonly id: string;
  readonly world: string;
  readonly day: string;
  readonly complete: boolean;
  readonly rrTicks: readonly number[];
  readonly counted: { readonly first: number; readonly end: number };
  readonly gaps: readonly { readonly afterBeat: number; readonly lengthMs: number; readonly cause: string }[];
  readonly sensor: { readonly name: string; readonly class: string; readonly batteryPct: number; readonly firmware: string } | null;
  readonly posture: string;
  readonly breathing: { readonly kind: string; readonly perMin?: number };
  readonly summary: {
    readonly engine: string;
    readonly beats: number;
    readonly raw: { readonly rmssdMs: number };
    readonly corrected: { readonly rmssdMs: number };
    readonly orthostatic?: {
      readonly lying: { readonly hrBpm: number; readonly rmssdMs: number };
      readonly standing: { readonly hrBpm: number; readonly rmssdMs: number };
      readonly peakHrBpm: number;
    } | null;
    readonly quality: { readonly rating: string; readonly reasons: readonly { readonly code: string }[] };
  };
}

/** All rows of a store in key order, with typed arrays as plain ones. */
export function rows<Row>(page: Page, store: string): Promise<Row[]> {
  return page.evaluate(async (name: string) => {
    const opening = indexedDB.open('rebound');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const reading = database.transaction(name).objectStore(name).getAll();
    const all = await new Promise<unknown[]>((resolve, reject) => {
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    });
    database.close();
    return JSON.parse(JSON.stringify(all, (_key, value) => (ArrayBuffer.isView(value) ? Array.from(value as Uint16Array) : value)));
  }, store) as Promise<Row[]>;
}

/** The same, once they satisfy the condition. */
export function stored<Row>(page: Page, store: string, isDone: (all: readonly Row[]) => boolean): Promise<readonly Row[]> {
  return until<readonly Row[]>(() => rows<Row>(page, store), isDone);
}

export function storedChecks(page: Page): Promise<StoredCheck[]> {
  return rows<StoredCheck>(page, 'checks');
}

/** Writes settings as if the user had set them. */
export async function settle(page: Page, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate(async (all: Readonly<Record<string, unknown>>) => {
    const opening = indexedDB.open('rebound');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction(['settings', 'digests'], 'readwrite');
    // The product's database layer, which is bypassed here, would do this.
    transaction.objectStore('digests').put({ key: 'revision', mark: crypto.randomUUID() });
    for (const [key, value] of Object.entries(all)) transaction.objectStore('settings').put(value, key);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, settings);
}

/** Writes one row without the product's code; pages see it after a reload. */
export async function put(page: Page, store: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate(
    async (name: string, value: Readonly<Record<string, unknown>>) => {
      const opening = indexedDB.open('rebound');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction(name, 'readwrite');
      transaction.objectStore(name).put(value);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    },
    store,
    row,
  );
}
