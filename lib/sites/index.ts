/** The training sites. To add one, add a file to this folder; `npm run generate` lists it (docs/adding-a-site.md). */

import { ALL_SITES } from './all';
import type { SiteId, TrainingSite } from './site';

export { collectPageData } from './page-data';
export type * from './site';

/** Whether the reader is for pages that the user adds one by one, rather than for one site. */
export function isForAddedPages({ origins }: Pick<TrainingSite, 'origins'>): boolean {
  return origins.length === 0;
}

/** The reader for added pages comes last, because it accepts every page that no other site claims. */
export const sites: readonly TrainingSite[] = [...ALL_SITES].sort((a, b) => Number(isForAddedPages(a)) - Number(isForAddedPages(b)));

/** The site for this address; null where nothing can be read. `pageKind` tells which kind of page it is. */
export function siteFor(url: URL): TrainingSite | null {
  return sites.find((site) => site.matches(url)) ?? null;
}

export function siteById(id: SiteId): TrainingSite | null {
  return sites.find((site) => site.id === id) ?? null;
}
