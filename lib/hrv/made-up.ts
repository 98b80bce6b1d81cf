/**
 * Some sensors do not measure beat-to-beat intervals and send 60000 ÷ whole bpm instead, in ms or mistaken for 1/1024 s. They are
 * recognised when at least 95 % of values are within 1 ms of such a number, but only below 100 bpm: above it these numbers lie so close
 * together that real series match by chance.
 */

import { MINUTE_MS } from '../core/time';

const TOLERANCE_MS = 1;
const SHARE = 0.95;
const LONGEST_CHECKED_BPM = 100;
const MIN_VALUES = 30;
/** One repeated value does not show where it came from. */
const MIN_DISTINCT_RATES = 2;
const SCALES = [1, 1000 / 1024];

/**
 * Share of intervals, in %, that are 60000 ÷ whole bpm, when it is high enough that the sensor made them up; null when it did not, or when
 * nobody can tell (too fast, too few).
 *
 * @param rrMs intervals in ms, all finite and positive
 */
export function madeUpShare(rrMs: ArrayLike<number>): number | null {
  const slowest = MINUTE_MS / LONGEST_CHECKED_BPM;
  for (const scale of SCALES) {
    let values = 0;
    let misses = 0;
    const rates = new Set<number>();
    for (let i = 0; i < rrMs.length; i++) {
      const rr = rrMs[i] ?? 0;
      if (rr <= slowest) continue;
      values++;
      const rate = madeFrom(rr, scale);
      if (rate !== null) rates.add(rate);
      else if (++misses > (1 - SHARE) * rrMs.length) break;
    }
    if (misses > (1 - SHARE) * values || rates.size < MIN_DISTINCT_RATES) continue;
    if (values >= MIN_VALUES && values >= rrMs.length / 2) return (100 * (values - misses)) / values;
  }
  return null;
}

/** The whole bpm that an interval may have been made from; null when there is none. */
function madeFrom(rr: number, scale: number): number | null {
  const slower = Math.floor((MINUTE_MS * scale) / rr);
  for (const rate of [slower, slower + 1]) {
    // Sensors truncate 60000 ÷ bpm to whole ms before they scale it; anything from truncated to exact is the same made-up number.
    const exact = MINUTE_MS / Math.max(1, rate);
    if (rr >= Math.floor(exact) * scale - TOLERANCE_MS && rr <= exact * scale + TOLERANCE_MS) return rate;
  }
  return null;
}
