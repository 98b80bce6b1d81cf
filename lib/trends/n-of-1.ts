import { computeMean, computeSd, sum } from '../core/statistics';
import { criticalT } from './student-t';

/**
 * "Test it": the product tosses a coin on suitable days, for people who want to know. Method: docs/n-of-1.md. Stores nothing: the caller
 * keeps seed and outcomes.
 */

/** Tosses come in blocks of four, two with and two without, so that both sides of the comparison cover the same weeks. */
const BLOCK = 4;
/** Fewer blocks than this cannot reach the 5 % of a two-sided sign test (2 ÷ 2⁶ = 3.1 %). */
export const LEAST_BLOCKS = 6;
/** Up to this many blocks every flip of signs is tried; beyond, this many are drawn from the seed. */
const EXACT_BLOCKS = 14;
const DRAWN = 20_000;

/** The coin's result for one suitable day. */
export type Toss = 'with' | 'without';

/** The toss of the n-th suitable day, counted from 0: always the same for a seed, and unpredictable without it. */
export function toss(seed: number, index: number): Toss {
  const block = Math.floor(index / BLOCK);
  const random = randomFrom(seed, block);
  const places = [0, 1, 2, 3];
  for (let i = BLOCK - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [places[i], places[j]] = [places[j] ?? 0, places[i] ?? 0];
  }
  return (places[index % BLOCK] ?? 0) < BLOCK / 2 ? 'with' : 'without';
}

/** The outcome of the morning after each suitable day, in the order of the tosses; null where there was none. */
export interface TrialDay {
  readonly index: number;
  readonly outcome: number | null;
  /** Whether the user did as tossed; null where they did not say. */
  readonly kept: boolean | null;
}

export type TrialResult =
  | { readonly done: false; readonly blocks: number; readonly needed: number }
  | {
      readonly done: true;
      /** Blocks with outcomes on both sides. */
      readonly blocks: number;
      /** Mean of the blocks' differences, with minus without; by the toss, whether the user followed it or not. */
      readonly difference: number;
      /** 95 % interval (t over blocks). */
      readonly low: number;
      readonly high: number;
      /** Two-sided, by flipping the signs of the blocks' differences: how often the toss alone gives such a result. */
      readonly p: number;
      /** Share of the days on which the user did as tossed, of those with an answer. */
      readonly kept: number | null;
    };

/**
 * The result, once the planned number of blocks is complete. Not before: looking early and stopping at a good moment finds effects that do
 * not exist.
 * @param plannedBlocks decided before the first toss; at least 6
 */
export function trialResult(seed: number, days: readonly TrialDay[], plannedBlocks: number): TrialResult {
  const planned = Math.max(LEAST_BLOCKS, plannedBlocks);
  const differences = computeDifferences(seed, days);
  const last = days.reduce((most, { index }) => Math.max(most, index), -1);
  const [mean, sd] = [computeMean(differences), computeSd(differences)];
  if (last + 1 < planned * BLOCK || differences.length < LEAST_BLOCKS || mean === null || sd === null) {
    return { done: false, blocks: Math.floor((last + 1) / BLOCK), needed: planned };
  }
  const half = (criticalT(0.05, differences.length - 1) * sd) / Math.sqrt(differences.length);
  const said = days.flatMap(({ kept }) => (kept === null ? [] : [kept ? 1 : 0]));
  return {
    done: true,
    blocks: differences.length,
    difference: mean,
    low: mean - half,
    high: mean + half,
    p: signFlipP(seed, differences),
    kept: computeMean(said),
  };
}

/** For each block with outcomes on both sides: mean with minus mean without. */
function computeDifferences(seed: number, days: readonly TrialDay[]): number[] {
  const blocks = new Map<number, Record<Toss, number[]>>();
  for (const { index, outcome } of days) {
    if (outcome === null) continue;
    const block = Math.floor(index / BLOCK);
    const sides = blocks.get(block) ?? { with: [], without: [] };
    sides[toss(seed, index)].push(outcome);
    blocks.set(block, sides);
  }
  return [...blocks.values()].flatMap((sides) => {
    const [done, left] = [computeMean(sides.with), computeMean(sides.without)];
    return done === null || left === null ? [] : [done - left];
  });
}

/** The share of all sign flips whose sum is at least as far from 0. Where flips are drawn, the observed one counts among them. */
function signFlipP(seed: number, differences: readonly number[]): number {
  const observed = Math.abs(sum(differences)) - 1e-12;
  const random = randomFrom(seed, -1);
  const exact = differences.length <= EXACT_BLOCKS;
  const flips = exact ? 2 ** differences.length : DRAWN;
  let as = exact ? 0 : 1;
  for (let flip = 0; flip < flips; flip++) {
    let sum = 0;
    for (let i = 0; i < differences.length; i++) {
      const minus = exact ? (flip >> i) & 1 : random() < 0.5;
      sum += minus ? -(differences[i] ?? 0) : (differences[i] ?? 0);
    }
    if (Math.abs(sum) >= observed) as++;
  }
  return as / (exact ? flips : flips + 1);
}

/** Uniform numbers in [0, 1) of a seed and a stream (splitmix32). */
function randomFrom(seed: number, stream: number): () => number {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)) | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return ((t ^ (t >>> 15)) >>> 0) / 4294967296;
  };
}
