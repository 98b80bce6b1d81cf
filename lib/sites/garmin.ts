/**
 * Garmin Connect, a single-page app with hashed class names, matched by their prefix (2023–2026). The page shows most of the data. The
 * response of Garmin's own activity service, passed in as page data, has all of them and is trusted first.
 */

import { garminActivityId, isGarmin } from './garmin/address';
import { readGarmin } from './garmin/read';
import { garminRequests } from './garmin/requests';
import { firstPlace, type PlaceRule } from './parse/place';
import type { TrainingSite } from './site';

const PLACES: readonly PlaceRule[] = [
  { selector: '[class*="ActivityHeaderContainer_headerContainer"]', append: 'after' },
  { selector: '[class*="ActivitySmallStats_activitySmallStats"]', append: 'after' },
  { selector: '[class*="ActivityMetaInfo_activityMetadataHeader"]', append: 'after' },
  { selector: '#pageContainer', append: 'first' },
  { selector: '.main-body', append: 'first' },
];

export const garmin: TrainingSite = {
  id: 'garmin',
  name: 'Garmin Connect',
  origins: ['https://connect.garmin.com/*'],
  opensInPanel: false,
  // The signed-in user, from the start-up data of older pages (2015–2025).
  pageData: {
    viewerProfileId: [['VIEWER_SOCIAL_PROFILE', 'profileId']],
    viewerName: [['VIEWER_SOCIAL_PROFILE', 'displayName']],
  },
  matches: isGarmin,
  pageKind: (url) => (garminActivityId(url) === null ? null : 'activity'),
  read: readGarmin,
  mountPoint: (document, url) => (garminActivityId(url) === null ? null : firstPlace(document, PLACES)),
  requests: garminRequests,
};
