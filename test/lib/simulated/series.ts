/** Figures of series, computed again here so that the tests do not depend on the engine. */
export function rmssd(rrMs: readonly number[]): number {
  return Math.sqrt(mean(rrMs.slice(1).map((rr, i) => (rr - (rrMs[i] ?? 0)) ** 2)));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function take(values: Iterable<number>, count: number): number[] {
  const taken: number[] = [];
  for (const value of values) {
    taken.push(value);
    if (taken.length === count) break;
  }
  return taken;
}

/** Running sums: the time of each beat, in ms after the first interval began. */
export function times(rrMs: readonly number[]): number[] {
  let sum = 0;
  return rrMs.map((rr) => {
    sum += rr;
    return sum;
  });
}

export const ticks = (rrMs: number): number => Math.round((rrMs * 1024) / 1000);
