/** A seeded random number generator: the same seed gives the same numbers everywhere. */
export interface Prng {
  /** Uniform, 0 ≤ x < 1. */
  uniform(): number;
  /** Normally distributed, mean 0, standard deviation 1 (Box–Muller). */
  normal(): number;
}

/** Creates a generator from any number; `stream` gives independent ones for the same seed. mulberry32 (Tommy Ettinger, public domain). */
export function prng(seed: number, stream = 0): Prng {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)) | 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}
