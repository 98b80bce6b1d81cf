/** The training sites. A further one is one more file in this folder; `npm run generate` lists it (docs/adding-a-site.md). */

import { ALL_SITES } from './all';
import type { SiteId, TrainingSite } from './site';

export { collectPageData } from './page-data';
export type * from './site';

/** Sites without origins come last: they take every page that no other site has. */
export const sites: readonly TrainingSite[] = [...ALL_SITES].sort(
  (a, b) => Number(a.origins.length === 0) - Number(b.origins.length === 0),
);

/** The site that this address is on; null where nothing can be read. What kind of page it is, its `pageKind` says. */
export function siteFor(url: URL): TrainingSite | null {
  return sites.find((site) => site.matches(url)) ?? null;
}

export function siteById(id: SiteId): TrainingSite | null {
  return sites.find((site) => site.id === id) ?? null;
}
