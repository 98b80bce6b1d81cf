import type { PageDataPaths, PageReading, SiteId } from '../sites/site';
import type { Sport } from '../training';
import type { HeartRatesInput } from '../views/card/schema';

/**
 * What the script in a page and the card's frame say to each other, over a port that the browser opens between the two: the page can neither
 * listen nor speak. The frame parses all of it (wire-schema.ts), because the script runs in the page's process.
 */

export type Scheme = 'light' | 'dark';

/** In the fragment of the frame's address, so that the frame can begin at once. */
export interface Hello {
  /** Names the port. A new one for each frame. */
  readonly token: string;
  readonly scheme: Scheme;
  readonly site: SiteId;
  /** The name under which the user's settings for this site are stored: the site's id, or the host of an added page. */
  readonly where: string;
  /** The same for this page. */
  readonly pageKey: string;
  readonly page: 'activity' | 'overview';
  /** What to collect from the page's own world. */
  readonly pageData: PageDataPaths;
}

export type ToFrame =
  /** The first message: this frame is the one that the script placed. */
  | { readonly kind: 'here' }
  /** What was read from an activity page, once the words for sports are known; again when more was found. */
  | { readonly kind: 'reading'; readonly reading: PageReading }
  | { readonly kind: 'scheme'; readonly scheme: Scheme }
  | { readonly kind: 'heart-rates'; readonly heard: Omit<HeartRatesInput, 'site'> }
  | { readonly kind: 'report'; readonly text: string }
  /** Whether an element around the card is masked now, or was a moment ago. The answer to `masked`. */
  | { readonly kind: 'masked'; readonly masked: boolean }
  /** Escape was pressed in the page while the frame said that something runs. */
  | { readonly kind: 'escape' };

export type ToPage =
  /** The words for sports, with which the page can be read. */
  | { readonly kind: 'sport-words'; readonly words: Readonly<Record<Sport, string>> }
  /** The height of what the frame shows, in CSS px. */
  | { readonly kind: 'height'; readonly px: number }
  | { readonly kind: 'corner'; readonly corner: boolean }
  /** The user hid the card on this page. */
  | { readonly kind: 'hide' }
  /** Whether Escape has something to stop. */
  | { readonly kind: 'running'; readonly running: boolean }
  /** Values from the page's own world. */
  | { readonly kind: 'page-data'; readonly data: Readonly<Record<string, unknown>> }
  /** The user lets the card ask the site. */
  | { readonly kind: 'ask-site'; readonly what: 'page' | 'heart-rates' }
  | { readonly kind: 'report' }
  /** The user points at the card, or has its focus: from now on masks are looked for. */
  | { readonly kind: 'attended'; readonly attended: boolean }
  | { readonly kind: 'masked' };

/** The name of the port between a frame and the script that placed it. */
export function portName(token: string): string {
  return `card ${token}`;
}
