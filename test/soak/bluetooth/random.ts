import { type Prng, prng } from '../../../lib/simulated/prng';

/** Seeded choices: the same seed and calls give the same answers. */
export interface Random {
  uniform(): number;
  between(min: number, max: number): number;
  integer(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
}

export function makeRandom(seed: number, stream: number): Random {
  const source: Prng = prng(seed, stream);
  const between = (min: number, max: number) => min + (max - min) * source.uniform();
  const integer = (min: number, max: number) => Math.floor(between(min, max + 1));
  return {
    uniform: () => source.uniform(),
    between,
    integer,
    chance: (probability) => source.uniform() < probability,
    pick: (from) => from[integer(0, from.length - 1)] ?? from[0],
  };
}
