/** The seam of the training sites: one file per site, each a `TrainingSite`; `index.ts` is the table of them. Pure: document in, data out. */

export type Sport = 'run' | 'ride' | 'swim' | 'walk' | 'hike' | 'row' | 'ski' | 'strength' | 'mobility' | 'other';

export interface SiteActivity {
  readonly id: string;
  readonly title: string | null;
  readonly sport: Sport | null;
  /** `YYYY-MM-DDTHH:mm` or with seconds, wall-clock time where it took place, no offset. */
  readonly startLocal: string | null;
  readonly movingTimeS: number | null;
  readonly elapsedTimeS: number | null;
  readonly distanceM: number | null;
  readonly elevationGainM: number | null;
  readonly avgHrBpm: number | null;
  readonly maxHrBpm: number | null;
  /** Whether it is the user's own; null when the page does not say. */
  readonly own: boolean | null;
}

export type Datum = Exclude<keyof SiteActivity, 'id'>;

/** An activity with the names of its null fields, or null when the page is none. */
export interface PageReading {
  readonly activity: SiteActivity | null;
  readonly notFound: readonly Datum[];
}

export interface TrainingSite {
  readonly id: 'strava';
  /** Origins for the permission, as match patterns. */
  readonly origins: readonly string[];
  /** Whether this address is an activity page of the site. */
  matches(url: URL): boolean;
  /** Never throws. `pageData` is whatever the page's own world handed over, still unchecked; null when there is none. */
  read(document: Document, url: URL, pageData: unknown): PageReading;
  /** Where the card goes, the first of several dated ways, with the selector that found it; null when there is no place yet. */
  mountPoint(
    document: Document,
  ): { readonly anchor: Element; readonly append: 'before' | 'after' | 'first' | 'last'; readonly selector: string } | null;
}
