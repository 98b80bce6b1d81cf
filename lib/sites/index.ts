/** The table of training sites. A further site is one more reader and one more line here. */

import { garmin } from './garmin';
import { generic } from './generic';
import { intervals } from './intervals';
import type { SiteId, TrainingSite } from './site';
import { strava } from './strava';
import { trainingPeaks } from './training-peaks';

export { collectPageData } from './page-data';
export type * from './site';

/** `generic` comes last: it takes every page that no other site has. */
export const sites: readonly TrainingSite[] = [strava, garmin, trainingPeaks, intervals, generic];

/** The site that this address is on; null where nothing can be read. What kind of page it is, its `pageKind` says. */
export function siteFor(url: URL): TrainingSite | null {
  return sites.find((site) => site.matches(url)) ?? null;
}

export function siteById(id: SiteId): TrainingSite | null {
  return sites.find((site) => site.id === id) ?? null;
}
