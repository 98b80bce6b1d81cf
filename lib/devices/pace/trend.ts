import { fitLine, sum } from '../../core/statistics';

/** One value that a sensor gave. */
export interface PaceBeat {
  readonly atMs: number;
  readonly bpm: number;
}

const WINDOW_MS = 20_000;
/** Below this a slope is mostly noise. */
const FEWEST = 8;

/** Those of the last 20 s, this one included. */
export function withBeat(beats: readonly PaceBeat[], beat: PaceBeat): readonly PaceBeat[] {
  return [...beats.filter(({ atMs }) => atMs > beat.atMs - WINDOW_MS && atMs < beat.atMs), beat];
}

/**
 * Where the heart rate will be in `aheadS` if it goes on as in the last 20 s: least squares through them, read off ahead of the newest. Never
 * below the line's value now: that it will fall is no reason to go faster. With few values, the highest of them.
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

/** Of at least one. */
export function meanBpm(beats: readonly PaceBeat[]): number {
  return sum(beats.map(({ bpm }) => bpm)) / beats.length;
}
