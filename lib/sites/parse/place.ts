import type { Place } from '../site';

/** A place for the card: the first or the last element that matches the selector. */
export type PlaceRule = Pick<Place, 'selector' | 'append'> & { readonly last?: boolean };

/** The first of the places that exists on the page; null when there is none (yet). Never throws. */
export function firstPlace(document: Document, rules: readonly PlaceRule[]): Place | null {
  for (const { selector, append, last } of rules) {
    try {
      const found = document.querySelectorAll(selector);
      const anchor = found[last ? found.length - 1 : 0];
      if (anchor) return { anchor, append, selector };
    } catch {
      // A page can shadow `querySelectorAll` with a form control of that name. There is no place then.
      return null;
    }
  }
  return null;
}
