import type { FirstGlance } from './read-snapshot';

/** The reading that one script of a page begins and another draws. Kept in the page, as long as it lives. */

declare global {
  var reboundGlance: Promise<FirstGlance | null> | undefined;
}

/** Lets the page's other script have what this one reads; of the two only this one is there early. */
export function beginGlance(reading: Promise<FirstGlance | null>): void {
  globalThis.reboundGlance = reading;
}

/** What `beginGlance` was given; null where that script did not run: then today has to be worked out. */
export function begunGlance(): Promise<FirstGlance | null> {
  return globalThis.reboundGlance ?? Promise.resolve(null);
}
