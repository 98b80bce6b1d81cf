import { parseIsoWallClock, parseWallClock } from '../parse/dates';
import { agreed, first } from '../parse/first';
import { oneLine } from '../parse/text';

/** `#heading .activity-name` (2015–2026). */
export function headingTitle(document: Document): string | null {
  const names = document.querySelectorAll('#heading .activity-name, .activity-summary .activity-name');
  return agreed([...names].map((name) => oneLine(name.textContent)));
}

/**
 * `document.title`: "Name | Sport | Strava" (2021–2026). The name may contain bars itself. Read from the element, because a form can shadow
 * the property.
 */
export function windowTitle(document: Document): { readonly name: string | null; readonly sport: string } | null {
  const parts = (oneLine(document.querySelector('head title, html > title, body > title')?.textContent) ?? '').split(' | ');
  if (parts.length < 3 || parts.at(-1) !== 'Strava') return null;
  return { name: oneLine(parts.slice(0, -2).join(' | ')), sport: parts.at(-2) ?? '' };
}

/**
 * The start in the heading's `time` element: in words (2015–2026), or in a `datetime` without offset (not seen yet). Comments further down
 * have `time` elements too.
 */
export function headingStart(document: Document, language: string): string | null {
  for (const selector of ['#heading .details time', '.activity-summary time', '.details-container time']) {
    const times = [...document.querySelectorAll(selector)];
    if (times.length === 0) continue;
    return agreed(
      times.map((time) =>
        first(
          () => parseWallClock(time.textContent ?? '', language),
          () => parseIsoWallClock(time.getAttribute('datetime')),
        ),
      ),
    );
  }
  return null;
}
