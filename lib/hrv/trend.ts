import { MINUTE_MS } from '../core/time';
import { beatTimesS } from './beat-times';
import { finite } from './numbers';
import type { Correction } from './repair';
import { timeDomain } from './time-domain';
import type { Trend } from './types';

const MIN_BEATS = 60;
/** Beyond this drift, as a share of the heart rate, or a doubling of RMSSD, one figure no longer describes the recording. */
const STEADY_HR_SHARE = 0.1;
/** Of five parts of the time, the fastest and the slowest may differ by this share: a rise followed by a fall shows no drift. */
const PARTS = 5;
const STEADY_SPREAD_SHARE = 0.15;
const STEADY_LN_RMSSD = Math.LN2;

const NOTHING: Trend = { hrSlopeBpmPerMin: null, hrDriftBpm: null, hrSpreadBpm: null, lnRmssdDrift: null, steady: null };

/** How heart rate and RMSSD changed over the recording, from measured beats only. Null below 60 of them. */
export function removeTrend(correction: Correction): Trend {
  const { rrMs, trusted, leadMs } = correction;
  const times = beatTimesS(correction, leadMs);
  let count = 0;
  let sumT = 0;
  let sumHr = 0;
  for (let i = 0; i < rrMs.length; i++) {
    if (trusted[i] !== 1) continue;
    count++;
    sumT += times[i] ?? 0;
    sumHr += MINUTE_MS / (rrMs[i] ?? 0);
  }
  if (count < MIN_BEATS) return NOTHING;
  const meanT = sumT / count;
  const meanHr = sumHr / count;
  const first = times[0] ?? 0;
  const total = (times[times.length - 1] ?? 0) - first;
  let sxx = 0;
  let sxy = 0;
  const early = new MeanRate();
  const late = new MeanRate();
  const parts = Array.from({ length: PARTS }, () => new MeanRate());
  for (let i = 0; i < rrMs.length; i++) {
    if (trusted[i] !== 1) continue;
    const t = times[i] ?? 0;
    const rr = rrMs[i] ?? 0;
    sxx += (t - meanT) ** 2;
    sxy += (t - meanT) * (MINUTE_MS / rr - meanHr);
    if (t - first <= total / 3) early.add(rr);
    if (t - first >= (2 * total) / 3) late.add(rr);
    parts[Math.min(PARTS - 1, Math.floor((PARTS * (t - first)) / total))]?.add(rr);
  }
  const hrDriftBpm = finite(late.bpm() - early.bpm());
  const lnRmssdDrift = halvesDrift(correction, times, first + total / 2);
  // A part without a measured beat has no rate and is left out.
  const rates = parts.map((part) => part.bpm()).filter(Number.isFinite);
  const hrSpreadBpm = finite(Math.max(...rates) - Math.min(...rates));
  const steady =
    hrDriftBpm === null || hrSpreadBpm === null
      ? null
      : Math.abs(hrDriftBpm) <= STEADY_HR_SHARE * meanHr &&
        hrSpreadBpm <= STEADY_SPREAD_SHARE * meanHr &&
        Math.abs(lnRmssdDrift ?? 0) <= STEADY_LN_RMSSD;
  return { hrSlopeBpmPerMin: finite((60 * sxy) / sxx), hrDriftBpm, hrSpreadBpm, lnRmssdDrift, steady };
}

class MeanRate {
  private beats = 0;
  private ms = 0;

  add(rrMs: number): void {
    this.beats++;
    this.ms += rrMs;
  }

  bpm(): number {
    return (MINUTE_MS * this.beats) / this.ms;
  }
}

/** ln of the second half's RMSSD over the first half's. */
function halvesDrift({ rrMs, trusted, gapsAfter }: Correction, times: Float64Array, middleS: number): number | null {
  let middle = 0;
  while (middle < times.length && (times[middle] ?? 0) <= middleS) middle++;
  const half = (from: number, to: number) => {
    const gaps = gapsAfter.map((gap) => gap - from).filter((gap) => gap >= 0 && gap < to - from);
    return timeDomain({ rrMs: rrMs.subarray(from, to), gapsAfter: gaps }, trusted.subarray(from, to)).lnRmssd;
  };
  const before = half(0, middle);
  const after = half(middle, rrMs.length);
  return before === null || after === null ? null : after - before;
}
