/** The hours of a daily fast, `HH:MM` in local time. `to` before `from` is on the next day. */
export interface FastingHours {
  readonly from: string;
  readonly to: string;
}

/**
 * The daily hours without food and drink: null for users who do not fast; `unknown` while they have not said when, so that nothing to eat or
 * drink can be given a time.
 */
export function findFast({
  ticked,
  fasting = null,
}: {
  readonly ticked: readonly string[];
  readonly fasting?: FastingHours | null;
}): FastingHours | 'unknown' | null {
  if (!ticked.includes('fasting')) return null;
  return fasting === null || fasting.from === fasting.to ? 'unknown' : fasting;
}
