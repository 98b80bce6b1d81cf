import type { Place } from '../site';

/** A place for the card: the first element of the selector, or its last. */
export type PlaceRule = Pick<Place, 'selector' | 'append'> & { readonly last?: boolean };

/** The first of the places that the page has; null when it has none (yet). Never throws. */
export function firstPlace(document: Document, rules: readonly PlaceRule[]): Place | null {
  for (const { selector, append, last } of rules) {
    try {
      const found = document.querySelectorAll(selector);
      const anchor = found[last ? found.length - 1 : 0];
      if (anchor) return { anchor, append, selector };
    } catch {
      // A page can shadow `querySelectorAll` by a form control of that name; then there is no place.
      return null;
    }
  }
  return null;
}
