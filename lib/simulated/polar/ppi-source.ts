import type { PpiSample } from '../../bluetooth/services/polar-pmd';
import { sum } from '../../core/statistics';
import { MINUTE_MS } from '../../core/time';
import { beatClock } from '../beat-clock';
import { prng } from '../prng';

export interface PpiOptions {
  readonly seed?: number;
  /** SD of the error of an interval at rest, ms; default 6. The sensor's own estimate is about this. */
  readonly errorMs?: number;
  /** Stretches in which the arm moves, ms after the first interval began: the sensor blocks every interval that touches one. */
  readonly movements?: readonly { readonly fromMs: number; readonly toMs: number }[];
}

const MOVED_ERROR_MS = 120;
const U16 = 0xffff;

/** What an optical sensor makes of these intervals (ms), the first from `startMs` on: the beats up to a time that were not taken before. */
export function ppiSource(rr: Iterable<number>, startMs: number, options: PpiOptions = {}): (toMs: number) => readonly PpiSample[] {
  const { seed = 1, errorMs = 6, movements = [] } = options;
  const random = prng(seed, 43);
  const clock = beatClock(rr, startMs);
  return (toMs) => {
    const beats = clock.takeUntil(toMs);
    const meanMs = sum(beats.map(({ rrMs }) => rrMs)) / Math.max(1, beats.length);
    // One heart rate for all beats taken at once, as in real sensors.
    const hrBpm = Math.min(0xff, Math.round(MINUTE_MS / Math.max(1, meanMs)));
    return beats.map((beat) => {
      const blocker = movements.some(({ fromMs, toMs: end }) => startMs + fromMs <= beat.endMs && beat.startMs < startMs + end);
      const error = blocker ? MOVED_ERROR_MS : errorMs;
      const intervalMs = Math.min(U16, Math.max(0, Math.round(beat.rrMs + error * random.normal())));
      return {
        hrBpm,
        intervalMs,
        errorMs: Math.round(error * (0.7 + 0.6 * random.uniform())),
        blocker,
        contact: 'detected',
      };
    });
  };
}
