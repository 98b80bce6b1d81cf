/**
 * Strava: activity pages, and the dashboard and training log for the strip. The comments in `strava/` date each reader by the captures of
 * pages that it was written from. To support new markup, add a reader to the list of its datum. Keep the old ones: Strava shows new markup
 * only to some users at first.
 */

import type { TrainingSite } from './site';
import { isStrava, pageKind } from './strava/address';
import { mountPoint } from './strava/mount';
import { STRAVA_PAGE_DATA } from './strava/page-data';
import { readStrava } from './strava/read';
import { stravaRequests } from './strava/requests';

export const strava: TrainingSite = {
  id: 'strava',
  name: 'Strava',
  origins: ['https://www.strava.com/*', 'https://m.strava.com/*'],
  opensInPanel: false,
  pageData: STRAVA_PAGE_DATA,
  matches: isStrava,
  pageKind,
  read: readStrava,
  mountPoint,
  requests: stravaRequests,
};
