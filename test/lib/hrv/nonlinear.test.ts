import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dfaAlpha1, poincarePoints, sampleEntropy, timeDomain } from '../../../lib/hrv';
import { type CloseCounts, countByComparing, countClosePairs, countCloseTriples, templates } from '../../../lib/hrv/close-pairs';
import { randomFrom } from '../../support/rr-generator';

/** By definition: every two templates are compared. */
function countAll(rr: number[], r: number): CloseCounts {
  const near = (i: number, j: number) => Math.abs((rr[i] ?? 0) - (rr[j] ?? 0)) <= r;
  let pairs = 0;
  let triples = 0;
  for (let i = 0; i < rr.length - 2; i++) {
    for (let j = i + 1; j < rr.length - 2; j++) {
      if (!near(i, j) || !near(i + 1, j + 1)) continue;
      pairs++;
      if (near(i + 2, j + 2)) triples++;
    }
  }
  return { pairs, triples };
}

describe('sample entropy', () => {
  it('equals a comparison of every pair, on gridded and on continuous values', () => {
    const grid = fc.array(fc.integer({ min: 600, max: 640 }), { minLength: 120, maxLength: 400 });
    const wide = fc.array(fc.double({ min: 500, max: 1200, noNaN: true }), { minLength: 120, maxLength: 400 });
    const lumpy = fc.array(fc.oneof(fc.constantFrom(800, 808, 816), fc.double({ min: 780, max: 830, noNaN: true })), {
      minLength: 120,
      maxLength: 400,
    });
    fc.assert(
      fc.property(fc.oneof(grid, wide, lumpy), (rr) => {
        const mean = rr.reduce((a, b) => a + b, 0) / rr.length;
        const r = 0.2 * Math.sqrt(rr.reduce((a, b) => a + (b - mean) ** 2, 0) / (rr.length - 1));
        const expected = countAll(rr, r);
        const of = templates(
          Float64Array.from(rr),
          Int32Array.from({ length: rr.length - 2 }, (_, i) => i),
          r,
        );
        expect(countByComparing(of)).toEqual(expected);
        expect({ pairs: countClosePairs(of), triples: countCloseTriples(of) }).toEqual(expected);
        const value = sampleEntropy({ rrMs: rr });
        if (expected.triples === 0) expect(value).toBeNull();
        else expect(value).toBeCloseTo(-Math.log(expected.triples / expected.pairs), 12);
      }),
      { numRuns: 60 },
    );
  });

  it('is null below 120 beats, and 0 for equal values', () => {
    expect(sampleEntropy({ rrMs: new Array<number>(119).fill(800) })).toBeNull();
    expect(sampleEntropy({ rrMs: new Array<number>(120).fill(800) })).toBeCloseTo(0, 12);
  });

  it('does not join templates across a gap', () => {
    const random = randomFrom(5);
    const rr = Array.from({ length: 300 }, () => 800 + 60 * random());
    expect(sampleEntropy({ rrMs: rr, gapsAfter: [150] })).not.toBe(sampleEntropy({ rrMs: rr }));
  });
});

describe('DFA α1', () => {
  const random = randomFrom(11);
  const noise = Array.from({ length: 4000 }, () => random() - 0.5);

  it('is near 0.5 for white noise and near 1.5 for its running sum', () => {
    expect(dfaAlpha1({ rrMs: noise.map((x) => 800 + 40 * x) })).toBeGreaterThan(0.45);
    expect(dfaAlpha1({ rrMs: noise.map((x) => 800 + 40 * x) })).toBeLessThan(0.62);
    let sum = 0;
    const brown = noise.map((x) => {
      sum += x;
      return 800 + 5 * sum;
    });
    expect(dfaAlpha1({ rrMs: brown })).toBeGreaterThan(1.35);
    expect(dfaAlpha1({ rrMs: brown })).toBeLessThan(1.65);
  });

  it('ignores scale and level, and is null for a short or constant series', () => {
    const rr = noise.slice(0, 500).map((x) => 800 + 40 * x);
    const alpha = dfaAlpha1({ rrMs: rr }) ?? Number.NaN;
    expect(dfaAlpha1({ rrMs: rr.map((x) => 2 * x + 100) })).toBeCloseTo(alpha, 9);
    expect(dfaAlpha1({ rrMs: rr.slice(0, 119) })).toBeNull();
    expect(dfaAlpha1({ rrMs: new Array<number>(200).fill(800) })).toBeNull();
  });

  it('leaves out windows across a gap', () => {
    // Two levels far apart: joined without a gap the step dominates, with it the noise remains.
    const rr = noise.slice(0, 600).map((x, i) => (i < 300 ? 700 : 1100) + 40 * x);
    const stepped = dfaAlpha1({ rrMs: rr }) ?? Number.NaN;
    const gapped = dfaAlpha1({ rrMs: rr, gapsAfter: [299] }) ?? Number.NaN;
    expect(gapped).toBeLessThan(stepped);
  });
});

it('Poincaré points are the pairs, without those across a gap or with an unusable beat', () => {
  const { x, y } = poincarePoints({ rrMs: [1, 2, 3, 4, 5], gapsAfter: [1] }, Uint8Array.from([1, 1, 1, 1, 0]));
  expect([...x]).toEqual([1, 3]);
  expect([...y]).toEqual([2, 4]);
});

it('SD1 and SD2 fulfil SD1² + SD2² = 2·variance of the shared beats', () => {
  // For a long stationary series SD1² + SD2² → 2·SDNN²; exact here because the ends are equal and the series is a closed loop.
  const n = 1000;
  const rr = Array.from(
    { length: n + 1 },
    (_, i) => 800 + 50 * Math.sin((2 * Math.PI * 10 * i) / n) + 20 * Math.cos((2 * Math.PI * 90 * i) / n),
  );
  const { sd1Ms, sd2Ms, sdnnMs } = timeDomain({ rrMs: rr });
  expect(((sd1Ms ?? 0) ** 2 + (sd2Ms ?? 0) ** 2) / (2 * (sdnnMs ?? 0) ** 2)).toBeCloseTo(1, 2);
});
