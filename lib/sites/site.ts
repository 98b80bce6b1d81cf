/**
 * The interface of training sites. Each site is one file that exports a `TrainingSite`; `all.ts` lists them. Pure: takes a document,
 * returns data.
 */

import type { HeartRateTime, Sport } from '../training';
import type { SiteId } from './ids';

export type { SiteId };

export interface SiteActivity {
  readonly id: string;
  readonly title: string | null;
  readonly sport: Sport | null;
  /** Local time at the place, `YYYY-MM-DDTHH:mm`, optionally with seconds, without offset. */
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

/** An activity and the names of its null fields; `activity` is null when the page shows none. */
export interface PageReading {
  readonly activity: SiteActivity | null;
  readonly notFound: readonly Datum[];
}

/** `activity`: one activity, shows the full card. `overview`: many or none, shows the strip for today. */
export type PageKind = 'activity' | 'overview';

/** Where the card goes: the first rule that matches, with the selector that found it. */
export interface Place {
  readonly anchor: Element;
  readonly append: 'before' | 'after' | 'first' | 'last';
  readonly selector: string;
}

/** A path from the page's `window`, step by step: a property name, or a method name with arguments. */
export type WorldPath = readonly (string | readonly [method: string, ...args: string[]])[];

/** The data to collect from the page's own world: for each name its paths, best first. `collectPageData` follows them. */
export type PageDataPaths = Readonly<Record<string, readonly WorldPath[]>>;

export interface SiteAnswers {
  /** Passed to `read` as page data. */
  readonly 'page-data': unknown;
  /** Seconds by heart rate, ascending. */
  readonly 'heart-rate-times': readonly HeartRateTime[];
  /** Upper bounds in bpm of all zones but the last, ascending. */
  readonly 'heart-rate-zones': readonly number[];
}

/** `none`: the site says that there are none. */
export type AnswerFault = 'no-json' | 'unknown-shape' | 'none';
export type SiteAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: AnswerFault };

/**
 * A GET request to the page's own origin with its cookies, as the site's own page makes it. Callers make it once per activity, and only if
 * the user's setting allows it.
 */
export type SiteRequest = {
  readonly [Gives in keyof SiteAnswers]: {
    readonly gives: Gives;
    /** Path on the page's origin. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Parses the body of a response with status 200. Never throws. */
    parse(body: string): SiteAnswer<SiteAnswers[Gives]>;
  };
}[keyof SiteAnswers];

export interface TrainingSite {
  /** Stored with activities, so never change it. Declare it on its own line, because `npm run generate` reads it. */
  readonly id: SiteId;
  /** The site's own name, which is not translated; null for `generic`, which is not one site. */
  readonly name: string | null;
  /** Origins for the permission, as match patterns; empty for `generic`, which reads pages that the user adds. */
  readonly origins: readonly string[];
  /** Activities open in a panel without a new address, so the place for the card comes and goes and must be looked for again. */
  readonly opensInPanel: boolean;
  /** What to collect from the page's own world; empty for nothing. */
  readonly pageData: PageDataPaths;
  /** Whether the address is on this site, for any of its pages. */
  matches(url: URL): boolean;
  /** What the card may show at this address; null for nothing. */
  pageKind(url: URL): PageKind | null;
  /** Never throws. `pageData` comes from the page's own world or from a response, and is unchecked; null when there is none. */
  read(document: Document, url: URL, pageData: unknown): PageReading;
  /** Null when there is no place (yet). Never throws. */
  mountPoint(document: Document, url: URL): Place | null;
  /** The requests that may be made about the activity at this address, if the user's setting allows it. Never throws. */
  requests(document: Document, url: URL): readonly SiteRequest[];
}
