import { prng } from '../prng';

/** The interval before a beat, and whether the beat is an ectopic one from a ventricle: early, wide, without a P wave. */
export interface EcgBeat {
  readonly rrMs: number;
  readonly ectopic: boolean;
}

export interface EctopicOptions {
  readonly seed?: number;
  /** Chance for each beat, 0..1. Default 0. */
  readonly chance?: number;
  /** Beats that are (0 ends the first interval). */
  readonly at?: readonly number[];
}

/** The beats of a healthy heart, some of them ectopic: such a one comes early, and the pause after it makes up for that in full. */
export function* withEctopics(rr: Iterable<number>, { seed = 1, chance = 0, at = [] }: EctopicOptions = {}): Generator<EcgBeat, void> {
  const random = prng(seed, 40);
  let owedMs = 0;
  let index = 0;
  for (const rrMs of rr) {
    const drawn = random.uniform() < chance;
    // Never two in a row: the second would begin in the pause of the first.
    const ectopic = owedMs === 0 && (drawn || at.includes(index));
    const earlyMs = ectopic ? rrMs * (0.25 + 0.15 * random.uniform()) : 0;
    yield { rrMs: rrMs + owedMs - earlyMs, ectopic };
    owedMs = earlyMs;
    index++;
  }
}
