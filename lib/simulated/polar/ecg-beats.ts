import { prng } from '../prng';

/** The interval before a beat, and whether the beat is a ventricular ectopic: early, wide, without a P wave. */
export interface EcgBeat {
  readonly rrMs: number;
  readonly ectopic: boolean;
}

export interface EctopicOptions {
  readonly seed?: number;
  /** Probability for each beat, 0 to 1. Default 0. */
  readonly chance?: number;
  /** Indices of ectopic beats (0 ends the first interval). */
  readonly at?: readonly number[];
}

/** The beats of a healthy heart, some of them ectopic: those come early, followed by a fully compensatory pause. */
export function* withEctopics(rr: Iterable<number>, { seed = 1, chance = 0, at = [] }: EctopicOptions = {}): Generator<EcgBeat, void> {
  const random = prng(seed, 40);
  let owedMs = 0;
  let index = 0;
  for (const rrMs of rr) {
    const drawn = random.uniform() < chance;
    // Never two in a row: the second would start in the pause of the first.
    const ectopic = owedMs === 0 && (drawn || at.includes(index));
    const earlyMs = ectopic ? rrMs * (0.25 + 0.15 * random.uniform()) : 0;
    yield { rrMs: rrMs + owedMs - earlyMs, ectopic };
    owedMs = earlyMs;
    index++;
  }
}
