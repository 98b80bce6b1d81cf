import { describe, expect, it } from 'vitest';
import { prng } from '../../../lib/simulated/prng';
import { type RrFault, withFaults } from '../../../lib/simulated/rr-faults';
import { mean, times } from './series';

const healthy = Array<number>(500).fill(1000);
const one = (fault: RrFault) => [...withFaults([1000, 1000, 1000, 1000], { at: [{ interval: 1, fault }] })];

describe('faults', () => {
  it('ectopic: early, with a pause that compensates', () => {
    const [before, early = 0, pause = 0, after] = one('ectopic');
    expect([before, after]).toEqual([1000, 1000]);
    expect(early).toBeGreaterThanOrEqual(600);
    expect(early).toBeLessThanOrEqual(750);
    expect(early + pause).toBeCloseTo(2000, 9);
  });

  it('missed and extra beats', () => {
    expect(one('missed')).toEqual([1000, 2000, 1000]);
    const [, a = 0, b = 0, ...rest] = one('extra');
    expect(a + b).toBeCloseTo(1000, 9);
    expect(rest).toEqual([1000, 1000]);
  });

  it('at the very end lose nothing', () => {
    for (const fault of ['ectopic', 'missed', 'extra'] as const) {
      expect(times([...withFaults([1000], { at: [{ interval: 0, fault }] })]).at(-1)).toBeCloseTo(1000, 9);
    }
  });

  it('by chance: about as many as requested, the same for the same seed, time conserved', () => {
    const faulty = (seed: number) => [...withFaults(healthy, { seed, chance: { ectopic: 0.05, missed: 0.05, extra: 0.05 } })];
    const touched = faulty(4).filter((rr) => rr !== 1000).length;
    expect(touched).toBeGreaterThan(60);
    expect(touched).toBeLessThan(220);
    expect(faulty(4)).toEqual(faulty(4));
    expect(faulty(4)).not.toEqual(faulty(5));
    expect(times(faulty(4)).at(-1)).toBeCloseTo(500_000, 6);
  });

  it('noise is in the time of a beat, so it does not accumulate', () => {
    const noisy = [...withFaults(healthy, { noiseMs: 5 })];
    const errors = times(noisy).map((atMs, i) => atMs - 1000 * (i + 1));
    expect(Math.sqrt(mean(errors.map((error) => error ** 2)))).toBeCloseTo(5, 0);
  });
});

describe('random numbers', () => {
  it('are uniform or normal, and independent for each seed and stream', () => {
    const draws = (seed: number, stream?: number) => {
      const source = prng(seed, stream);
      return Array.from({ length: 20_000 }, () => source.uniform());
    };
    expect(mean(draws(1))).toBeCloseTo(0.5, 1.7);
    expect(Math.min(...draws(1))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws(1))).toBeLessThan(1);
    const product = (a: number[], b: number[]) => mean(a.map((x, i) => (x - 0.5) * ((b[i] ?? 0) - 0.5)));
    expect(Math.abs(product(draws(1), draws(2)))).toBeLessThan(0.003);
    expect(Math.abs(product(draws(1), draws(1, 1)))).toBeLessThan(0.003);
    const source = prng(3);
    const normal = Array.from({ length: 20_000 }, () => source.normal());
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((x) => x ** 2))).toBeCloseTo(1, 1);
  });
});
