/**
 * Strava's activity page. What it holds and since when: the comments in `strava/`, each way to a datum dated by the capture it is known from.
 * Adding a way is a line in the list of its datum; old ways stay, because Strava rolls markup out to some users only.
 */

import type { TrainingSite } from './site';
import { activityId } from './strava/address';
import { mountPoint } from './strava/mount';
import { read } from './strava/read';

export const strava: TrainingSite = {
  id: 'strava',
  origins: ['https://www.strava.com/*', 'https://m.strava.com/*'],
  matches: (url) => activityId(url) !== null,
  read,
  mountPoint,
};
