/** Where an activity came from: typed, or the site or file that it was read from. */
export const ACTIVITY_SOURCES = ['typed', 'strava', 'garmin', 'trainingpeaks', 'intervals', 'generic', 'import'] as const;
export type ActivitySource = (typeof ACTIVITY_SOURCES)[number];
