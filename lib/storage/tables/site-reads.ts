import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `siteReads`: when each site's pages were last read, and which data were missing (names only, never values). */

/** The last readings of a site's pages. */
export interface SiteRead {
  readonly site: string;
  /** When an activity page was last read, and when it was last read with nothing missing; null if never. */
  readonly lastMs: number | null;
  readonly lastFullMs: number | null;
  /** What was missing the last time: names of data, no values. */
  readonly notFound: readonly string[];
}

declare module '../table' {
  interface Tables {
    siteReads: EntityTable<SiteRead, 'site'>;
  }
}

export default defineTable<SiteRead>({
  name: 'siteReads',
  stores: { 3: 'site' },
  todayRestsOn: false,
  naturalKey: true,
  row: v.object({
    site: f.id,
    lastMs: v.nullable(f.instantMs),
    lastFullMs: v.nullable(f.instantMs),
    notFound: v.array(v.string()),
  }),
});

export async function noteSiteRead(db: ReboundDatabase, site: string, notFound: readonly string[], atMs: number): Promise<void> {
  await db.transaction('rw', db.siteReads, async () => {
    const before = await db.siteReads.get(site);
    const lastFullMs = notFound.length === 0 ? atMs : (before?.lastFullMs ?? null);
    await db.siteReads.put({ site, lastMs: atMs, lastFullMs, notFound });
  });
}

export function siteReads(db: ReboundDatabase): Promise<SiteRead[]> {
  return db.siteReads.toArray();
}
