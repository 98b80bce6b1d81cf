import { firstPlace, type PlaceRule } from '../parse/place';
import type { Place } from '../site';
import { pageKind } from './address';

/** Places that other extensions have used for years, best first (2015–2026). */
const ACTIVITY: readonly PlaceRule[] = [
  { selector: '.activity-stats .inline-stats', append: 'after', last: true },
  { selector: 'aside.activity-stats', append: 'last' },
  { selector: '.activity-summary-container', append: 'after' },
  { selector: '#main', append: 'first' },
];

/** Above the feed of the dashboard (2024), and above the table of the training log (2018–2024). */
const OVERVIEW: readonly PlaceRule[] = [
  { selector: 'main .feature-feed', append: 'first' },
  { selector: '#search-results', append: 'before' },
  { selector: '[id^="feed-entry-"]', append: 'before' },
  { selector: 'main', append: 'first' },
  { selector: '#main', append: 'first' },
];

export function mountPoint(document: Document, url: URL): Place | null {
  const kind = pageKind(url);
  return kind === null ? null : firstPlace(document, kind === 'activity' ? ACTIVITY : OVERVIEW);
}
