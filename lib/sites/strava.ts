/**
 * Strava: activity pages, and dashboard and training log for today's strip. What they hold and since when: the comments in `strava/`, each way to
 * a datum dated by the capture it is known from. Adding a way is a line in the list of its datum; old ways stay, because Strava rolls markup out to
 * some users only.
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
