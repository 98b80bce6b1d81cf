import type { HeartRateTime } from '../../training';
import { aNumber } from './untrusted';

/** A longer step, s, is a pause in the recording. */
const LONGEST_STEP_S = 30;

/**
 * Seconds at each heart rate of a stream. Each sample covers the time since the one before. Steps over 30 s are pauses and count as one
 * second; samples without a rate do not count. Null when the lists differ in length, time runs backwards, or nothing is left.
 * @param rates bpm, null for a gap
 * @param times s since the start
 */
export function heartRateTimes(rates: readonly unknown[], times: readonly unknown[]): readonly HeartRateTime[] | null {
  if (rates.length !== times.length) return null;
  const seconds = new Map<number, number>();
  let last: number | null = null;
  for (const [index, raw] of times.entries()) {
    const time = aNumber(raw);
    if (time === null || (last !== null && time < last)) return null;
    const step: number = last === null ? 1 : time - last;
    last = time;
    const rate = aNumber(rates[index]);
    if (rate === null || rate < 25 || rate > 250) continue;
    const bpm = Math.round(rate);
    seconds.set(bpm, (seconds.get(bpm) ?? 0) + (step > LONGEST_STEP_S ? 1 : step));
  }
  const found = [...seconds].filter(([, s]) => s > 0).sort(([a], [b]) => a - b);
  return found.length === 0 ? null : found.map(([bpm, s]) => ({ bpm, s }));
}
