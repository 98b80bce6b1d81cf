import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BreathSwing, breathSwing, largestSwing, RESONANCE_RATES } from '../../../lib/hrv';
import { physiologicalRr } from '../../../lib/simulated/physiology';

/** Intervals of a heart whose rate is a sine of `amplitudeBpm` around `meanBpm` at `perMin` breaths a minute, plus a slow slope. */
function breathing(perMin: number, amplitudeBpm: number, { meanBpm = 60, seconds = 120, slopeBpmPerMin = 0, from = 0.3 } = {}): number[] {
  const rrMs: number[] = [];
  let s = 0;
  while (s < seconds) {
    // The rate in the middle of the interval, by two rounds.
    let rr = 60 / meanBpm;
    for (let round = 0; round < 3; round++) {
      const middle = s + rr / 2;
      rr = 60 / (meanBpm + (slopeBpmPerMin * middle) / 60 + amplitudeBpm * Math.sin(2 * Math.PI * ((perMin * middle) / 60 + from)));
    }
    rrMs.push(rr * 1000);
    s += rr;
  }
  return rrMs;
}

const measureSwing = (rrMs: readonly number[], perMin: number, more = {}): BreathSwing => {
  const swing = breathSwing({ rrMs, ...more }, perMin);
  if (swing === null) throw new Error('no swing');
  return swing;
};

describe('the swing of the heart rate with the breath', () => {
  it.each(RESONANCE_RATES.flatMap((perMin) => [3, 8, 15].map((amplitudeBpm) => ({ perMin, amplitudeBpm }))))(
    'equals the simulated amplitude: $amplitudeBpm bpm at $perMin a minute',
    ({ perMin, amplitudeBpm }) => {
      const swing = measureSwing(breathing(perMin, amplitudeBpm), perMin);
      expect(Math.abs(swing.amplitudeBpm / amplitudeBpm - 1)).toBeLessThan(0.02);
      // Ten beats a breath miss the very top and bottom by up to 1 − cos(π/10) of the amplitude.
      expect(swing.swingBpm).toBeLessThanOrEqual(2 * amplitudeBpm * 1.001);
      expect(swing.swingBpm).toBeGreaterThan(2 * amplitudeBpm * Math.cos(Math.PI / 8));
      expect(swing.breaths).toBe(Math.floor((perMin * 120) / 60));
    },
  );

  it('has the power of a sine in the intervals: half its amplitude squared', () => {
    // 60 ± 1.2 bpm is nearly 1000 ∓ 20 ms.
    const swing = measureSwing(breathing(6, 1.2, { seconds: 180 }), 6);
    expect(Math.abs((swing.peakMs2 ?? 0) / (20 ** 2 / 2) - 1)).toBeLessThan(0.12);
  });

  it('ignores a slow drift and swings at other rates', () => {
    expect(measureSwing(breathing(5.5, 6, { slopeBpmPerMin: 3 }), 5.5).amplitudeBpm).toBeCloseTo(6, 0);
    expect(measureSwing(breathing(14, 6), 5.5).amplitudeBpm).toBeLessThan(0.6);
  });

  it('does not depend on the phase of the breath', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (from) => {
        expect(Math.abs(measureSwing(breathing(6, 7, { from }), 6).amplitudeBpm - 7)).toBeLessThan(0.2);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves out artefacts, and is null for a stretch full of artefacts or gaps', () => {
    const clean = breathing(6, 8);
    const missed = clean.flatMap((rr, i) => (i === 40 ? [rr + (clean[41] ?? 0)] : i === 41 ? [] : [rr]));
    expect(Math.abs(measureSwing(missed, 6).swingBpm - measureSwing(clean, 6).swingBpm)).toBeLessThan(1.5);
    const wild = clean.map((rr, i) => (i % 4 === 0 ? rr / 2 : rr));
    expect(breathSwing({ rrMs: wild }, 6)).toBeNull();
    expect(breathSwing({ rrMs: clean, gapsAfter: [50], gapMs: [60_000] }, 6)).toBeNull();
    expect(breathSwing({ rrMs: clean.slice(0, 20) }, 6)).toBeNull();
    expect(breathSwing({ rrMs: [] }, 6)).toBeNull();
  });
});

describe('the rate with the largest swing', () => {
  const at = (perMin: number, swingBpm: number, amplitudeBpm = swingBpm / 2) => ({
    perMin,
    swing: { swingBpm, amplitudeBpm, peakMs2: null, meanHrBpm: 60, breaths: 10 },
  });

  it('is named alone when it leads by a tenth in both figures', () => {
    expect(largestSwing([at(6.5, 8), at(6, 10), at(5.5, 12), at(5, 9)])).toEqual({ perMin: 5.5, swingBpm: 12, clear: true, atEdge: false });
    expect(largestSwing([at(6.5, 8), at(6, 11.5), at(5.5, 12), at(5, 9)])?.clear).toBe(false);
    expect(largestSwing([at(6.5, 8), at(6, 10, 7), at(5.5, 12, 6), at(5, 9)])?.clear).toBe(false);
  });

  it('says when it was the slowest or fastest rate tried', () => {
    expect(largestSwing([at(6.5, 12), at(6, 10), at(5.5, 9)])?.atEdge).toBe(true);
    expect(largestSwing([at(6, 10), at(5.5, 9), at(4.5, 12)])?.atEdge).toBe(true);
  });

  it('needs three rates to compare', () => {
    expect(largestSwing([at(6.5, 12), at(6, 10), { perMin: 5.5, swing: null }])).toBeNull();
    expect(largestSwing([])).toBeNull();
  });

  it('is found for a simulated heart that follows the pacer and peaks at 5.5', () => {
    const rates = RESONANCE_RATES.map((perMin) => {
      const rr = physiologicalRr({ seed: 5, meanHrBpm: 52, rmssdMs: 60, paced: () => ({ perMin, phase: 0 }) });
      const rrMs = Array.from({ length: 130 }, () => rr.next().value);
      return { perMin, swing: breathSwing({ rrMs }, perMin) };
    });
    expect(largestSwing(rates)?.perMin).toBe(5.5);
  });
});
