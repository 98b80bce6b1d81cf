/** Moves a value that lies outside `low` … `high` to the nearer end. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** Rounds to the nearest multiple of `step`. */
export function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** Rounds up to a multiple of `step`. */
export function ceilTo(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

/** Rounds to `digits` decimal places. */
export function roundDecimals(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** Below this, RMSSD is shown with one decimal. */
const SMALL_MS = 20;

/** RMSSD in ms, as every screen shows it. What a sentence says of it is decided by this figure. */
export function roundRmssd(rmssdMs: number): number {
  return roundDecimals(rmssdMs, rmssdMs < SMALL_MS ? 1 : 0);
}
