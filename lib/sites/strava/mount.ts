import type { TrainingSite } from '../site';

type Place = NonNullable<ReturnType<TrainingSite['mountPoint']>>;

/** Places that other extensions have used for years, best first (2015–2026). */
const PLACES: readonly (Pick<Place, 'selector' | 'append'> & { readonly last?: boolean })[] = [
  { selector: '.activity-stats .inline-stats', append: 'after', last: true },
  { selector: 'aside.activity-stats', append: 'last' },
  { selector: '.activity-summary-container', append: 'after' },
  { selector: '#main', append: 'first' },
];

/** Where the card goes; null when the page has no such place (yet). Never throws. */
export function mountPoint(document: Document): Place | null {
  for (const { selector, append, last } of PLACES) {
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
