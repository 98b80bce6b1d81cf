/** One heartbeat and the interval that it ends. */
export interface SimulatedBeat {
  /** 0 for the first interval of the series. */
  readonly index: number;
  readonly rrMs: number;
  readonly startMs: number;
  /** When the beat happens: the start of the series plus all intervals up to and including this one. */
  readonly endMs: number;
}

/** The beats of a series of intervals, read once from front to back. */
export interface BeatClock {
  /** The beats up to and including this time that were not taken before. */
  takeUntil(toMs: number): readonly SimulatedBeat[];
  /** Whether every beat was taken; never true of an endless series. */
  ended(): boolean;
}

/** Starts `rr` (ms) at `startMs`. Throws `RangeError` for an interval that is negative or not a number. */
export function beatClock(rr: Iterable<number>, startMs: number): BeatClock {
  const intervals = rr[Symbol.iterator]();
  const after = (index: number, previousEndMs: number): SimulatedBeat | null => {
    const { done, value } = intervals.next();
    if (done) return null;
    if (!Number.isFinite(value) || value < 0) throw new RangeError(`not an RR interval: ${value}`);
    return { index, rrMs: value, startMs: previousEndMs, endMs: previousEndMs + value };
  };
  let coming = after(0, startMs);
  return {
    takeUntil(toMs) {
      const taken: SimulatedBeat[] = [];
      while (coming !== null && coming.endMs <= toMs) {
        taken.push(coming);
        coming = after(coming.index + 1, coming.endMs);
      }
      return taken;
    },
    ended: () => coming === null,
  };
}
