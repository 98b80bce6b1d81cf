import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RPeakDetector } from '../../../../lib/hrv';
import { physiologicalRr } from '../../../../lib/simulated/physiology';
import { syntheticEcg } from '../../../../lib/simulated/polar/ecg';
import { withEctopics } from '../../../../lib/simulated/polar/ecg-beats';
import { prng } from '../../../../lib/simulated/prng';
import { rmssd } from '../../../e2e/support/recordings';

const RATE_HZ = 130;

function take(intervals: Iterable<number>, count: number): number[] {
  const taken: number[] = [];
  for (const interval of intervals) {
    if (taken.length === count) break;
    taken.push(interval);
  }
  return taken;
}

function peaksMs(microvolts: readonly number[]): number[] {
  const detector = new RPeakDetector(RATE_HZ);
  return [...detector.push(microvolts), ...detector.cut()].map(({ at }) => (1000 * at) / RATE_HZ);
}

interface Heart {
  readonly hrBpm: number;
  readonly rmssdMs: number;
}

/** Detection on a simulated ECG with noise, baseline wander and ectopic beats, in several amounts. */
function found(
  { hrBpm, rmssdMs }: Heart,
  seed: number,
  options: { amplitudeUv?: number; noiseDb?: number | null; wanderUv?: number } = {},
) {
  const rr = take(physiologicalRr({ seed, meanHrBpm: hrBpm, rmssdMs }), 400);
  const ecg = syntheticEcg(withEctopics(rr, { chance: 0.02, seed }), { seed, noiseDb: 10, wanderUv: 400, ...options });
  const peaks = peaksMs(ecg.microvolts);
  // The first beat is at the very first sample: half of it was never recorded.
  const truth = ecg.peaks.slice(1).map(({ atMs }) => atMs);
  const near = truth.map((atMs) => peaks.find((peak) => Math.abs(peak - atMs) <= 75));
  const [measured, real, errors]: [number[], number[], number[]] = [[], [], []];
  for (let i = 1; i < truth.length; i++) {
    const [from, to, fromMs, toMs] = [near[i - 1], near[i], truth[i - 1], truth[i]];
    if (from === undefined || to === undefined || fromMs === undefined || toMs === undefined) continue;
    // As the product records them.
    measured.push(Math.round((to - from) * 1.024) / 1.024);
    real.push(toMs - fromMs);
    errors.push(Math.abs(to - from - (toMs - fromMs)));
  }
  errors.sort((a, b) => a - b);
  return {
    beats: truth.length,
    missed: near.filter((peak) => peak === undefined).length,
    extra: peaks.filter((peak) => !ecg.peaks.some(({ atMs }) => Math.abs(atMs - peak) <= 75)).length,
    medianErrorMs: errors[errors.length >> 1] ?? Number.NaN,
    rmssdError: Math.abs(rmssd(measured) / rmssd(real) - 1),
  };
}

/** The required accuracy of R peaks, on simulated ECGs. */
describe('R peaks of a 130 Hz ECG with baseline wander, noise at 10 dB and ectopics', () => {
  const hearts: readonly Heart[] = [
    { hrBpm: 65, rmssdMs: 50 },
    { hrBpm: 48, rmssdMs: 90 },
    { hrBpm: 80, rmssdMs: 15 },
    { hrBpm: 105, rmssdMs: 10 },
    { hrBpm: 38, rmssdMs: 120 },
  ];
  it.each(hearts)('of $hrBpm bpm and RMSSD $rmssdMs ms: 99.5 % found, RR within 2 ms (median), RMSSD within 3 %', (heart) => {
    const runs = [1, 2, 3, 4].map((seed) => found(heart, seed));
    const sum = (key: 'beats' | 'missed' | 'extra') => runs.reduce((total, run) => total + run[key], 0);
    expect(sum('missed') / sum('beats')).toBeLessThanOrEqual(0.005);
    expect(sum('extra') / sum('beats')).toBeLessThanOrEqual(0.005);
    for (const { medianErrorMs, rmssdError } of runs) {
      expect(medianErrorMs).toBeLessThan(2);
      expect(rmssdError).toBeLessThan(0.03);
    }
  });

  it.each([
    ['low', { amplitudeUv: 200 }],
    ['upside down', { amplitudeUv: -900 }],
    ['clean', { noiseDb: null, wanderUv: 0 }],
    ['on wild skin', { wanderUv: 3000 }],
    ['noisier than asked', { noiseDb: 5 }],
  ])('%s', (_, options) => {
    const { beats, missed, extra, medianErrorMs, rmssdError } = found({ hrBpm: 60, rmssdMs: 45 }, 6, options);
    expect([missed / beats < 0.005, extra / beats < 0.005, medianErrorMs < 2, rmssdError < 0.03]).toEqual([true, true, true, true]);
  });
});

describe('the detector', () => {
  const ecg = syntheticEcg(withEctopics(take(physiologicalRr({ seed: 3 }), 60)), { seed: 3, noiseDb: 10, wanderUv: 300 });

  it('finds nothing without a heart', () => {
    const random = prng(1);
    const noise = Array.from({ length: 130 * 120 }, () => Math.round(60 * random.normal()));
    expect(peaksMs(noise).length).toBeLessThanOrEqual(2);
    expect(peaksMs(noise.map(() => 0))).toEqual([]);
  });

  it('finds the heart again after the electrodes moved', () => {
    const { microvolts } = ecg;
    const [half, low] = [microvolts.slice(0, microvolts.length / 2), microvolts.slice(microvolts.length / 2).map((value) => value / 8)];
    const late = peaksMs([...half, ...low]).filter((ms) => ms > (1000 * half.length) / RATE_HZ + 10_000);
    const truth = ecg.peaks.filter(({ atMs }) => atMs > (1000 * half.length) / RATE_HZ + 10_000);
    expect(Math.abs(late.length - truth.length)).toBeLessThanOrEqual(1);
  });

  it('reports a peak within 0.3 s, once it has learned', () => {
    const detector = new RPeakDetector(RATE_HZ);
    for (const [i, value] of ecg.microvolts.entries()) {
      for (const { at } of detector.push([value])) {
        if (i > 6 * RATE_HZ) expect(i - at).toBeLessThan(0.3 * RATE_HZ + 11);
        else expect(i - at).toBeLessThan(5 * RATE_HZ);
      }
    }
  });

  it('gives the same peaks however the samples are split', () => {
    const expected = new RPeakDetector(RATE_HZ).push(ecg.microvolts);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        const detector = new RPeakDetector(RATE_HZ);
        const peaks = [];
        for (let at = 0, i = 0; at < ecg.microvolts.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          peaks.push(...detector.push(ecg.microvolts.slice(at, at + size)));
          at += size;
        }
        expect(peaks).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('never throws, and returns ordered peaks within the samples, for any input', () => {
    const anything = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: -8_388_608, max: 8_388_607 }) },
      { weight: 3, arbitrary: fc.integer({ min: -100, max: 100 }) },
      { weight: 1, arbitrary: fc.double() },
    );
    const pushes = fc.array(fc.oneof(fc.array(anything, { maxLength: 400 }), fc.constant('cut' as const)), { maxLength: 12 });
    fc.assert(
      fc.property(pushes, (parts) => {
        const detector = new RPeakDetector(RATE_HZ);
        const peaks = [...parts, ...parts, 'cut' as const].flatMap((part) => (part === 'cut' ? detector.cut() : detector.push(part)));
        peaks.forEach(({ at, stretch }, i) => {
          expect(at).toBeGreaterThan(peaks[i - 1]?.at ?? 0);
          expect(at).toBeLessThan(detector.end);
          expect(stretch).toBeGreaterThanOrEqual(peaks[i - 1]?.stretch ?? 0);
        });
      }),
      { numRuns: 300 },
    );
  });
});
