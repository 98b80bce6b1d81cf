import { prng } from './prng';

/** Faults in a series of intervals. All conserve time: no fault except `noise` moves a beat that it does not affect. */
export type RrFault =
  /** A beat comes early, followed by a fully compensatory pause. */
  | 'ectopic'
  /** The sensor misses a beat: two intervals become one. */
  | 'missed'
  /** The sensor detects an extra beat: one interval becomes two. */
  | 'extra';

export interface FaultOptions {
  readonly seed?: number;
  /** Faults at given intervals (0 is the first) of the healthy series. */
  readonly at?: readonly { readonly interval: number; readonly fault: RrFault }[];
  /** Probability of each fault per interval, 0 to 1. */
  readonly chance?: Partial<Readonly<Record<RrFault, number>>>;
  /** Standard deviation of the error in the time of each beat, ms. */
  readonly noiseMs?: number;
}

/** Applies faults to intervals in ms, deterministic by seed. Ends where `rr` ends. */
export function* withFaults(rr: Iterable<number>, options: FaultOptions): Generator<number, void> {
  const { seed = 1, chance = {}, noiseMs = 0 } = options;
  const placed = new Map(options.at?.map(({ interval, fault }) => [interval, fault]));
  const random = prng(seed, 20);
  const jitter = prng(seed, 21);
  const intervals = rr[Symbol.iterator]();
  let index = 0;
  let error = 0;
  const next = (): number | null => {
    const { done, value } = intervals.next();
    if (done) return null;
    index++;
    const before = error;
    error = noiseMs * jitter.normal();
    return Math.max(0, value + error - before);
  };

  for (let rrMs = next(); rrMs !== null; rrMs = next()) {
    const fault = placed.get(index - 1) ?? drawn(chance, random.uniform());
    if (fault === 'extra') {
      const part = 0.3 + 0.4 * random.uniform();
      yield rrMs * part;
      yield rrMs * (1 - part);
    } else if (fault === 'missed') {
      yield rrMs + (next() ?? 0);
    } else if (fault === 'ectopic') {
      const earlyMs = rrMs * (0.6 + 0.15 * random.uniform());
      const following = next();
      yield* following === null ? [rrMs] : [earlyMs, rrMs + following - earlyMs];
    } else yield rrMs;
  }
}

function drawn(chance: Partial<Readonly<Record<RrFault, number>>>, uniform: number): RrFault | null {
  let below = 0;
  for (const fault of ['ectopic', 'missed', 'extra'] as const) {
    below += chance[fault] ?? 0;
    if (uniform < below) return fault;
  }
  return null;
}
