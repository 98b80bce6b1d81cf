import type { ReboundDatabase } from './database';
import type { SiteRead } from './types';

/** Owner of `siteReads`: when each site's pages were last read, and what was missing: names of data, never their values. */

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
