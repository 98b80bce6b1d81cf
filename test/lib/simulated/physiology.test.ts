import { describe, expect, it } from 'vitest';
import { type HeartOptions, physiologicalRr } from '../../../lib/simulated/physiology';
import { mean, rmssd, take } from './series';

const seeds = Array.from({ length: 100 }, (_, i) => i * 7919);

/** Blocks of five minutes, in ms. */
function blocks(options: HeartOptions, count: number): number[][] {
  const result: number[][] = [[]];
  let total = 0;
  for (const rrMs of physiologicalRr(options)) {
    total += rrMs;
    if (total > 300_000) {
      if (result.length === count) break;
      result.push([]);
      total = rrMs;
    }
    result.at(-1)?.push(rrMs);
  }
  return result;
}

describe('a heart at rest', () => {
  it.each([
    { meanHrBpm: 52, rmssdMs: 60 },
    { meanHrBpm: 40, rmssdMs: 120 },
    { meanHrBpm: 60, rmssdMs: 40, breathsPerMin: 6 },
    { meanHrBpm: 80, rmssdMs: 15, breathsPerMin: 20 },
    { meanHrBpm: 45, rmssdMs: 80, breathsPerMin: 22 },
  ])('has about the requested RMSSD and rate: %o', (options) => {
    const perSeed = seeds.map((seed) => blocks({ ...options, seed }, 4));
    const errors = perSeed.map((own) => own.map((rr) => Math.abs(rmssd(rr) / options.rmssdMs - 1)));
    expect(Math.max(...errors.map(([first = 1]) => first))).toBeLessThan(0.03);
    expect(errors.flat().filter((error) => error > 0.15).length).toBeLessThanOrEqual(0.1 * errors.flat().length);
    for (const own of perSeed) expect(Math.abs(60_000 / mean(own.flat()) - options.meanHrBpm)).toBeLessThan(0.06 * options.meanHrBpm);
  });

  it('is the same for the same seed, and different for another', () => {
    const of = (seed: number) => take(physiologicalRr({ seed }), 100);
    expect(of(3)).toEqual(of(3));
    expect(of(3)).not.toEqual(of(4));
  });

  it('breathes: intervals one breath apart are similar, half a breath apart they are not', () => {
    const rr = take(physiologicalRr({ meanHrBpm: 60, breathsPerMin: 12, seed: 5 }), 1200);
    const average = mean(rr);
    const alike = (lag: number) => mean(rr.slice(lag).map((x, i) => (x - average) * ((rr[i] ?? average) - average)));
    expect(alike(5)).toBeGreaterThan(alike(3));
    expect(alike(10)).toBeGreaterThan(alike(8));
  });

  it('is steady without variation, and stays possible with far too much', () => {
    expect(take(physiologicalRr({ rmssdMs: 0 }), 5)).toEqual([1000, 1000, 1000, 1000, 1000]);
    const wild = take(physiologicalRr({ rmssdMs: 2000 }), 300);
    expect(Math.min(...wild)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...wild)).toBeLessThanOrEqual(2200);
  });
});
