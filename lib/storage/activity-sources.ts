// Lists only the ids: importing the index of the sites would bring every reader with it.
import { SITE_IDS } from '../sites/ids';

/** Where an activity came from: typed, or the site or file it was read from. */
export const ACTIVITY_SOURCES = [...SITE_IDS, 'typed', 'import'] as const;

/** The source of every page that the user added. Their ids begin with the origin of the page. */
export const ADDED_PAGE: (typeof SITE_IDS)[number] = 'generic';
export type ActivitySource = (typeof ACTIVITY_SOURCES)[number];
