import { sum } from '../core/statistics';
import type { RrSeries } from '../hrv';
import { ticksToMs } from '../recording';

/** One beat of the strap on the app's clock. */
export interface HeardBeat {
  /** When it happened, epoch ms. */
  readonly atMs: number;
  readonly rrMs: number;
  /** Time lost before its interval, ms; null if it follows the previous beat directly. */
  readonly gapMs: number | null;
}

/** The sum of the intervals may differ this much from the packets' own times; beyond that, beats are missing. */
const MOST_DRIFT_MS = 3000;

/** The beats of one packet that arrived at `atMs`. `torn`: the connection or some beats were lost since the previous packet. */
export function toBeats(rrTicks: readonly number[], atMs: number, last: HeardBeat | null, torn: boolean): HeardBeat[] {
  const sumMs = sum(rrTicks.map(ticksToMs));
  const apart = last !== null && (torn || Math.abs(atMs - sumMs - last.atMs) > MOST_DRIFT_MS);
  let endMs = last === null || apart ? atMs - sumMs : last.atMs;
  return rrTicks.map((ticks, i) => {
    const rrMs = ticksToMs(ticks);
    endMs += rrMs;
    return { atMs: endMs, rrMs, gapMs: apart && i === 0 ? Math.max(0, atMs - sumMs - (last?.atMs ?? atMs)) : null };
  });
}

/** The intervals that lie completely within a stretch, as the engine needs them. */
export function seriesBetween(beats: readonly HeardBeat[], fromMs: number, toMs: number): RrSeries {
  const within = beats.filter(({ atMs, rrMs }) => atMs - rrMs >= fromMs && atMs <= toMs);
  const torn = within.flatMap(({ gapMs }, i) => (gapMs === null || i === 0 ? [] : [{ after: i - 1, gapMs }]));
  return { rrMs: within.map(({ rrMs }) => rrMs), gapsAfter: torn.map(({ after }) => after), gapMs: torn.map(({ gapMs }) => gapMs) };
}
