import { fitLine, sum } from '../../core/statistics';

/** One value from a sensor. */
export interface PaceBeat {
  readonly atMs: number;
  readonly bpm: number;
}

const WINDOW_MS = 20_000;
/** With fewer values a slope is mostly noise. */
const FEWEST = 8;

/** The values of the last 20 s, including this one. */
export function withBeat(beats: readonly PaceBeat[], beat: PaceBeat): readonly PaceBeat[] {
  return [...beats.filter(({ atMs }) => atMs > beat.atMs - WINDOW_MS && atMs < beat.atMs), beat];
}

/**
 * The heart rate expected in `aheadS` s if the trend of the last 20 s continues: a least-squares line, extended beyond the newest value.
 * Never below the line's current value, because an expected fall is no reason to go faster. With few values, the highest of them.
 */
export function expectedBpm(beats: readonly PaceBeat[], aheadS: number): number | null {
  const newest = beats.at(-1);
  if (newest === undefined) return null;
  if (beats.length < FEWEST) return Math.max(...beats.map(({ bpm }) => bpm));
  const line = fitLine(
    beats.map(({ atMs }) => (atMs - newest.atMs) / 1000),
    beats.map(({ bpm }) => bpm),
  );
  return line === null ? null : line.intercept + Math.max(0, line.slope) * aheadS;
}

/** Needs at least one value. */
export function meanBpm(beats: readonly PaceBeat[]): number {
  return sum(beats.map(({ bpm }) => bpm)) / beats.length;
}
