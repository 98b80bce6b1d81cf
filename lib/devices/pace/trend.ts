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
  const points = beats.map(({ atMs, bpm }) => ({ x: (atMs - newest.atMs) / 1000, y: bpm }));
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = spread === 0 ? 0 : points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const now = meanY - slope * meanX;
  return now + Math.max(0, slope) * aheadS;
}

/** Of at least one. */
export function meanBpm(beats: readonly PaceBeat[]): number {
  return mean(beats.map(({ bpm }) => bpm));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
