/** Lengths of time in ms. They are durations: a calendar day may last 23 or 25 hours, so count days with `addDays` and `daysBetween`. */

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
