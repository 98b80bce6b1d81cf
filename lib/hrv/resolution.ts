import { float64 } from './scratch';

/** Fewer intervals or distinct values than these do not show the sensor's grid. */
const MIN_BEATS = 60;
const MIN_DISTINCT = 5;
/** A grid shows in far fewer values than a day of recording has. */
const MOST_BEATS = 4000;
/** Steps up to this multiple of the smallest one are the same step, rounded by the sensor (7.8125 ms comes as 7 or 8). */
const ROUNDED = 1.5;
/** Two values closer than this differ by rounding, not in the measurement. */
const SAME_MS = 0.01;

/**
 * The sensor's time grid in ms: the smallest step between two distinct intervals, averaged over its rounded forms. Null when there are too
 * few to tell. A true 1 ms or 1/1024 s series of 60 beats has neighbours on its grid; a 128 Hz Holter has 7.8 ms.
 *
 * @param rrMs intervals in ms, all finite and positive
 */
export function resolutionMs(rrMs: ArrayLike<number>): number | null {
  if (rrMs.length < MIN_BEATS) return null;
  const sorted = float64(Math.min(rrMs.length, MOST_BEATS));
  for (let i = 0; i < sorted.length; i++) sorted[i] = rrMs[i] ?? 0;
  sorted.sort();
  let smallest = Number.POSITIVE_INFINITY;
  const steps: number[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const step = (sorted[i] ?? 0) - (sorted[i - 1] ?? 0);
    if (step < SAME_MS) continue;
    steps.push(step);
    if (step < smallest) smallest = step;
  }
  if (steps.length + 1 < MIN_DISTINCT) return null;
  let sum = 0;
  let count = 0;
  for (const step of steps) {
    if (step > ROUNDED * smallest) continue;
    sum += step;
    count++;
  }
  return sum / count;
}
