import { describe, expect, it } from 'vitest';
import { physiologicalRr } from '../../../lib/simulated/physiology';
import { type SyntheticEcg, syntheticEcg } from '../../../lib/simulated/polar/ecg';
import { withEctopics } from '../../../lib/simulated/polar/ecg-beats';
import { mean, take } from './series';

const rr = take(physiologicalRr({ seed: 4, meanHrBpm: 65, rmssdMs: 50 }), 200);

/** Where the trace peaks within 40 ms of a time: a parabola through the highest sample and its neighbours. */
function peakNear({ microvolts, rateHz }: SyntheticEcg, atMs: number): number {
  const middle = Math.round((atMs * rateHz) / 1000);
  let top = middle;
  for (let i = middle - 5; i <= middle + 5; i++) if ((microvolts[i] ?? 0) > (microvolts[top] ?? 0)) top = i;
  const [before = 0, at = 0, after = 0] = microvolts.slice(top - 1, top + 2);
  return ((top + (before - after) / (2 * (before - 2 * at + after))) * 1000) / rateHz;
}

const power = (values: readonly number[]) => mean(values.map((value) => value ** 2));

describe('a synthetic ECG', () => {
  it('has its peaks at the beats', () => {
    const ecg = syntheticEcg(withEctopics(rr));
    expect(ecg.peaks).toHaveLength(201);
    const errors = ecg.peaks.slice(1).map(({ atMs }) => Math.abs(peakNear(ecg, atMs) - atMs));
    expect(Math.max(...errors)).toBeLessThan(1.5);
    expect(ecg.microvolts.length).toBe(Math.floor(((ecg.peaks.at(-1)?.atMs ?? 0) / 1000 + 0.5) * 130));
    expect(Math.max(...ecg.microvolts)).toBeLessThan(1150);
    expect(ecg.microvolts.every(Number.isInteger)).toBe(true);
  });

  it.each([0, 10, 20])('has noise %s dB below the signal', (noiseDb) => {
    const clean = syntheticEcg(withEctopics(rr));
    const noisy = syntheticEcg(withEctopics(rr), { noiseDb });
    const noise = noisy.microvolts.map((value, i) => value - (clean.microvolts[i] ?? 0));
    expect(10 * Math.log10(power(clean.microvolts) / power(noise))).toBeCloseTo(noiseDb, -0.3);
  });

  it('wanders as far as requested', () => {
    const clean = syntheticEcg(withEctopics(rr));
    const wander = syntheticEcg(withEctopics(rr), { wanderUv: 500 }).microvolts.map((value, i) => value - (clean.microvolts[i] ?? 0));
    expect(Math.max(...wander)).toBeLessThanOrEqual(501);
    expect(Math.max(...wander)).toBeGreaterThan(350);
    const steps = wander.slice(1).map((value, i) => Math.abs(value - (wander[i] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(12);
  });

  it('has ectopic beats: early, with a pause, wide, and never two in a row', () => {
    const beats = [...withEctopics(rr, { at: [50, 51, 100] })];
    expect(beats.flatMap(({ ectopic }, i) => (ectopic ? [i] : []))).toEqual([50, 100]);
    expect((beats[50]?.rrMs ?? 0) / (rr[50] ?? 1)).toBeLessThan(0.76);
    expect((beats[50]?.rrMs ?? 0) + (beats[51]?.rrMs ?? 0)).toBeCloseTo((rr[50] ?? 0) + (rr[51] ?? 0), 6);
    const ecg = syntheticEcg(beats);
    const ectopic = ecg.peaks.find((peak) => peak.ectopic)?.atMs ?? 0;
    const widthAt = (atMs: number) => {
      const middle = Math.round(atMs * 0.13);
      const half = (ecg.microvolts[middle] ?? 0) / 2;
      return ecg.microvolts.slice(middle - 12, middle + 12).filter((value) => value > half).length;
    };
    expect(widthAt(ectopic)).toBeGreaterThan(1.7 * widthAt(ecg.peaks[10]?.atMs ?? 0));
    const drawn = [...withEctopics(take(physiologicalRr(), 2000), { chance: 0.05, seed: 3 })].filter((beat) => beat.ectopic).length;
    expect(drawn).toBeGreaterThan(60);
    expect(drawn).toBeLessThan(140);
  });

  it('is the same for the same seed, and different for another', () => {
    const of = (seed: number) => syntheticEcg(withEctopics(rr, { chance: 0.02, seed }), { seed, noiseDb: 10, wanderUv: 200 }).microvolts;
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });
});
