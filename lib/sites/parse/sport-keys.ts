import type { Sport } from '../../training';

/**
 * Identifiers of sports, as in APIs and class names. They are English in every language of the page: `trail_running`, `MtnBike`, `XCSki`.
 */
const KEYS: readonly (readonly [Sport, RegExp])[] = [
  ['run', /(^|_)(run|running|trailrun|virtualrun)(_|$)|treadmill/],
  ['ride', /^(?!.*motor).*(cycl|bik(e|ing)|bmx|(^|_|virtual)ride$|mtb)/],
  ['swim', /swim/],
  ['walk', /(^|_)walk(ing)?(_|$)/],
  ['hike', /(^|_)(hike|hiking|rucking)(_|$)/],
  ['row', /(^|_)row(ing)?(_|$)/],
  ['ski', /(^|_|xc|cross_country|backcountry_|alpine|nordic|roller)(ski|skiing|snowboard(ing)?)(_|$)/],
  ['strength', /strength|weight_?(lifting|training)/],
  ['mobility', /yoga|pilates|stretching|(^|_)mobility/],
];

/** The sport of such an identifier; null for a sport that Rebound does not have. */
export function sportOfKey(key: string | null | undefined): Sport | null {
  const plain = (key ?? '').toLowerCase().replace(/[\s-]+/g, '_');
  const found = KEYS.filter(([, pattern]) => pattern.test(plain));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}
