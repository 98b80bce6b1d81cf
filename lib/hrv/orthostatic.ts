import { MINUTE_MS } from '../core/time';
import { beatTimesS } from './beat-times';
import { correct } from './correct';
import { finite } from './numbers';
import type { Correction } from './repair';
import { uint8 } from './scratch';
import { timeDomain } from './time-domain';
import type { RrSeries } from './types';

export interface PostureFigures {
  readonly hrBpm: number | null;
  readonly rmssdMs: number | null;
}

/** Lying down, then standing up. Heart rates in beats a minute; null where there was too little. */
export interface Orthostatic {
  readonly lying: PostureFigures;
  /** From one minute after standing up, or the second half if the standing time was shorter. */
  readonly standing: PostureFigures;
  /** Highest rate in the 30 s after standing up, over three beats. */
  readonly peakHrBpm: number | null;
  /** Time of the peak, in s after standing up. */
  readonly peakAfterS: number | null;
  /** Longest interval around the 30th beat ÷ shortest around the 15th. */
  readonly ratio30to15: number | null;
  /** How far the rate fell from the peak to the settled standing rate. */
  readonly hrRecoveryBpm: number | null;
}

/** Getting ready to stand up already raises the rate. */
const LEAVE_OUT_BEFORE_S = 5;
const PEAK_WITHIN_S = 30;
const SETTLED_AFTER_S = 60;
const PEAK_BEATS = 3;
/** Beats after standing up among which the shortest and the longest interval are searched for: around the 15th and the 30th. */
const SHORTEST_WITHIN = { from: 5, to: 25 };
const LONGEST_WITHIN = { from: 21, to: 45 };

/**
 * Figures of an orthostatic check, from the corrected series. The 30:15 ratio is the longest interval around the 30th beat after standing
 * up over the shortest around the 15th (Ewing 1978, BMJ 1:145), each searched for in a range, because people's responses differ.
 *
 * @param series intervals as measured, lying and standing in one
 * @param standUpAtS when the person stood up, in s from the start of the series
 */
export function orthostatic(series: RrSeries, standUpAtS: number): Orthostatic {
  const correction = correct(series);
  const times = beatTimesS(correction, correction.leadMs);
  const end = times[times.length - 1] ?? 0;
  const settled = standUpAtS + Math.min(SETTLED_AFTER_S, (end - standUpAtS) / 2);
  const lying = figures(correction, times, Number.NEGATIVE_INFINITY, standUpAtS - LEAVE_OUT_BEFORE_S);
  const standing = figures(correction, times, settled, Number.POSITIVE_INFINITY);
  const peak = highestRate(correction, times, standUpAtS);
  return {
    lying,
    standing,
    peakHrBpm: peak?.bpm ?? null,
    peakAfterS: peak?.afterS ?? null,
    ratio30to15: ratio30to15(correction, times, standUpAtS),
    hrRecoveryBpm: peak === null || standing.hrBpm === null ? null : peak.bpm - standing.hrBpm,
  };
}

/** Rate and RMSSD of the measured beats that end in the time from `fromS` (excluded) to `toS`. */
function figures(correction: Correction, times: Float64Array, fromS: number, toS: number): PostureFigures {
  const { trusted } = correction;
  const within = uint8(trusted.length);
  for (let i = 0; i < within.length; i++) {
    const t = times[i] ?? 0;
    within[i] = trusted[i] === 1 && t > fromS && t <= toS ? 1 : 0;
  }
  const { meanRrMs, rmssdMs } = timeDomain(correction, within);
  return { hrBpm: meanRrMs === null ? null : finite(MINUTE_MS / meanRrMs), rmssdMs };
}

function highestRate({ rrMs, trusted }: Correction, times: Float64Array, standUpAtS: number): { bpm: number; afterS: number } | null {
  let best: { bpm: number; afterS: number } | null = null;
  for (let i = PEAK_BEATS - 1; i < rrMs.length; i++) {
    const afterS = (times[i] ?? 0) - standUpAtS;
    if ((times[i - PEAK_BEATS] ?? 0) < standUpAtS || afterS > PEAK_WITHIN_S) continue;
    let sum = 0;
    let measured = true;
    for (let k = i - PEAK_BEATS + 1; k <= i; k++) {
      sum += rrMs[k] ?? 0;
      measured &&= trusted[k] === 1;
    }
    const bpm = (MINUTE_MS * PEAK_BEATS) / sum;
    if (measured && (best === null || bpm > best.bpm)) best = { bpm, afterS };
  }
  return best;
}

function ratio30to15({ rrMs, trusted }: Correction, times: Float64Array, standUpAtS: number): number | null {
  const first = times.findIndex((t) => t > standUpAtS);
  if (first < 0 || first + LONGEST_WITHIN.to > rrMs.length) return null;
  const pick = (range: { from: number; to: number }) => {
    const found: number[] = [];
    for (let beat = range.from; beat <= range.to; beat++) {
      const i = first + beat - 1;
      if (trusted[i] === 1) found.push(rrMs[i] ?? 0);
    }
    return found;
  };
  const shortest = Math.min(...pick(SHORTEST_WITHIN));
  const longest = Math.max(...pick(LONGEST_WITHIN));
  return finite(longest / shortest);
}
