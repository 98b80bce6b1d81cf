import { gapMask } from './gaps';
import { finite } from './numbers';
import type { RrSeries, TimeDomain } from './types';

/** Below this many beats, figures from successive differences are null. */
export const MIN_BEATS_FOR_RMSSD = 30;
/** Of 30 beats, this many differences must remain when gaps or bad beats remove some. */
const MIN_DIFFERENCES = 20;

/**
 * Time-domain figures of a series of intervals, after Task Force 1996 (Circulation 93:1043): SDNN and SDSD with n − 1, pNN over the number
 * of differences; SD1 = sd(RR(i+1) − RR(i))/√2, SD2 = sd(RR(i+1) + RR(i))/√2 (Brennan 2001, IEEE Trans Biomed Eng 48:1342). No difference
 * is taken across a gap. Figures from differences are null below 30 beats.
 *
 * @param series intervals in ms, all finite and positive
 * @param usable entry i is 1 where interval i was measured well; differences need two such neighbours, and mean and SDNN leave the others
 * out. Without it, all are usable.
 */
export function timeDomain(series: RrSeries, usable?: Uint8Array): TimeDomain {
  const { rrMs } = series;
  const gaps = gapMask(rrMs.length, series.gapsAfter);
  const ok = (i: number) => usable === undefined || usable[i] === 1;

  let beats = 0;
  let sum = 0;
  let pairs = 0;
  let sumDiff = 0;
  let sumPair = 0;
  let squares = 0;
  let over50 = 0;
  let over20 = 0;
  for (let i = 0; i < rrMs.length; i++) {
    if (!ok(i)) continue;
    const rr = rrMs[i] ?? 0;
    beats++;
    sum += rr;
    if (i + 1 >= rrMs.length || gaps[i] === 1 || !ok(i + 1)) continue;
    const next = rrMs[i + 1] ?? 0;
    const diff = next - rr;
    pairs++;
    sumDiff += diff;
    sumPair += next + rr;
    squares += diff * diff;
    if (Math.abs(diff) > 50) over50++;
    if (Math.abs(diff) > 20) over20++;
  }

  // Not core/statistics: one loop computes all figures without copies. Sums of squares are taken about the mean in a second pass: in one
  // pass, a small SD on a large mean loses half of its digits.
  const mean = sum / beats;
  const meanDiff = sumDiff / pairs;
  const meanPair = sumPair / pairs;
  let spread = 0;
  let spreadDiff = 0;
  let spreadPair = 0;
  for (let i = 0; i < rrMs.length; i++) {
    if (!ok(i)) continue;
    const rr = rrMs[i] ?? 0;
    spread += (rr - mean) ** 2;
    if (i + 1 >= rrMs.length || gaps[i] === 1 || !ok(i + 1)) continue;
    const next = rrMs[i + 1] ?? 0;
    spreadDiff += (next - rr - meanDiff) ** 2;
    spreadPair += (next + rr - meanPair) ** 2;
  }

  const enough = beats >= MIN_BEATS_FOR_RMSSD && pairs >= MIN_DIFFERENCES;
  const rmssd = enough ? finite(Math.sqrt(squares / pairs)) : null;
  const sdsd = enough ? finite(Math.sqrt(spreadDiff / (pairs - 1))) : null;
  return {
    meanRrMs: beats > 0 ? finite(mean) : null,
    sdnnMs: beats > 1 ? finite(Math.sqrt(spread / (beats - 1))) : null,
    rmssdMs: rmssd,
    lnRmssd: rmssd === null ? null : finite(Math.log(rmssd)),
    sdsdMs: sdsd,
    pnn50Pct: enough ? (100 * over50) / pairs : null,
    pnn20Pct: enough ? (100 * over20) / pairs : null,
    sd1Ms: sdsd === null ? null : sdsd / Math.SQRT2,
    sd2Ms: enough ? finite(Math.sqrt(spreadPair / (pairs - 1) / 2)) : null,
  };
}
