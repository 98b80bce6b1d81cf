/** The table of training sites. A further site is one more reader and one more line here. */

import type { TrainingSite } from './site';
import { strava } from './strava';

export type { Datum, PageReading, SiteActivity, Sport, TrainingSite } from './site';
export type { StravaPageData } from './strava/page-data';

export const sites: readonly TrainingSite[] = [strava];

/** The site whose activity page this address is; null for every other page. */
export function siteFor(url: URL): TrainingSite | null {
  return sites.find((site) => site.matches(url)) ?? null;
}
