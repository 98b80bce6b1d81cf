/** The training sites. A further one is one more file in this folder; `npm run generate` lists it (docs/adding-a-site.md). */

import { ALL_SITES } from './all';
import type { SiteId, TrainingSite } from './site';

export { collectPageData } from './page-data';
export type * from './site';

/** Whether the reader is for pages that the user adds one by one, rather than for a site of its own. */
export function isForAddedPages({ origins }: Pick<TrainingSite, 'origins'>): boolean {
  return origins.length === 0;
}

/** The reader for added pages comes last: it takes every page that no site has. */
export const sites: readonly TrainingSite[] = [...ALL_SITES].sort((a, b) => Number(isForAddedPages(a)) - Number(isForAddedPages(b)));

/** The site that this address is on; null where nothing can be read. What kind of page it is, its `pageKind` says. */
export function siteFor(url: URL): TrainingSite | null {
  return sites.find((site) => site.matches(url)) ?? null;
}

export function siteById(id: SiteId): TrainingSite | null {
  return sites.find((site) => site.id === id) ?? null;
}
