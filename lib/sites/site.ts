/** The seam of the training sites: one file per site, each a `TrainingSite`; `all.ts` lists them. Pure: document in, data out. */

import type { HeartRateTime, Sport } from '../training';
import type { SiteId } from './ids';

export type { SiteId };

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

/** `activity`: one activity, for the whole card; `overview`: many or none, for today's strip. */
export type PageKind = 'activity' | 'overview';

/** Where the card goes: the first of several dated ways, with the selector that found it. */
export interface Place {
  readonly anchor: Element;
  readonly append: 'before' | 'after' | 'first' | 'last';
  readonly selector: string;
}

/** From the page's `window` step by step: a property's name, or a method's name with its arguments. */
export type WorldPath = readonly (string | readonly [method: string, ...args: string[]])[];

/** The data wanted from the page's own world: for each name the ways to it, best first. `collectPageData` follows them. */
export type PageDataPaths = Readonly<Record<string, readonly WorldPath[]>>;

export interface SiteAnswers {
  /** For `read`, as its page data. */
  readonly 'page-data': unknown;
  /** Seconds by heart rate, ascending. */
  readonly 'heart-rate-times': readonly HeartRateTime[];
  /** Upper bounds in bpm of all zones but the last, ascending. */
  readonly 'heart-rate-zones': readonly number[];
}

/** `none`: the site says that there are none. */
export type AnswerFault = 'no-json' | 'unknown-shape' | 'none';
export type SiteAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: AnswerFault };

/** A GET to the page's own origin, with its cookies, as the site's own page makes it. Whoever makes it does so once per activity, and only as the user set. */
export type SiteRequest = {
  readonly [Gives in keyof SiteAnswers]: {
    readonly gives: Gives;
    /** From the origin of the page. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Of the body of an answer with status 200. Never throws. */
    parse(body: string): SiteAnswer<SiteAnswers[Gives]>;
  };
}[keyof SiteAnswers];

export interface TrainingSite {
  /** Stored with its activities: never change it. Declared on a line of its own, which `npm run generate` reads. */
  readonly id: SiteId;
  /** As the site writes its own name, which no language translates; null for `generic`, which is no site of its own. */
  readonly name: string | null;
  /** Origins for the permission, as match patterns; none for `generic`, which reads the pages that the user adds. */
  readonly origins: readonly string[];
  /** Activities open in a panel without a new address: the place for the card comes and goes, and has to be looked for again. */
  readonly opensInPanel: boolean;
  /** What is wanted from the page's own world; empty where nothing is. */
  readonly pageData: PageDataPaths;
  /** Whether the address is on this site, whatever page of it. */
  matches(url: URL): boolean;
  /** What the card may show at this address; null for every page that is neither. */
  pageKind(url: URL): PageKind | null;
  /** Never throws. `pageData` is whatever the page's own world or a request handed over, still unchecked; null when there is none. */
  read(document: Document, url: URL, pageData: unknown): PageReading;
  /** Null when there is no place (yet). Never throws. */
  mountPoint(document: Document, url: URL): Place | null;
  /** What may be asked of the site about the activity of this address, by the user's setting. Never throws. */
  requests(document: Document, url: URL): readonly SiteRequest[];
}
