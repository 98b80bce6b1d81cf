import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, bandPowers, spectrumCurve } from '../../../lib/hrv';
import { computeFft } from '../../../lib/hrv/fft';
import { smoothnessPriorsTrend } from '../../../lib/hrv/smoothness-priors';
import { splineOnGrid } from '../../../lib/hrv/spline';

/** Intervals whose length follows a sine of amplitude `amplitude` ms at `hz`, for `seconds`. */
function wave(hz: number, amplitude: number, seconds: number, mean = 800): Float64Array {
  const rr: number[] = [];
  for (let t = 0; t < seconds; ) {
    // The wave at the interval's own end, by fixed point: a sample of the sine at the time the spectrum gives it.
    let next = mean;
    for (let k = 0; k < 30; k++) next = mean + amplitude * Math.sin(2 * Math.PI * hz * (t + next / 1000));
    rr.push(next);
    t += next / 1000;
  }
  return Float64Array.from(rr);
}

describe('transform', () => {
  it.each([1, 3, 4, 5, 12, 15, 16, 25, 27, 100, 1200])('of %i points equals the defining sum', (size) => {
    const re = Float64Array.from({ length: size }, (_, n) => Math.sin(n * n + 1));
    const im = Float64Array.from({ length: size }, (_, n) => Math.cos(3 * n * n));
    const x = { re: re.slice(), im: im.slice() };
    computeFft(size)(x);
    for (let k = 0; k < size; k++) {
      let sumRe = 0;
      let sumIm = 0;
      for (let n = 0; n < size; n++) {
        const turn = (-2 * Math.PI * ((k * n) % size)) / size;
        sumRe += (re[n] ?? 0) * Math.cos(turn) - (im[n] ?? 0) * Math.sin(turn);
        sumIm += (re[n] ?? 0) * Math.sin(turn) + (im[n] ?? 0) * Math.cos(turn);
      }
      expect(x.re[k]).toBeCloseTo(sumRe, 9);
      expect(x.im[k]).toBeCloseTo(sumIm, 9);
    }
  });

  it('refuses an unsupported size', () => {
    expect(() => computeFft(14)).toThrow(RangeError);
    expect(() => computeFft(0)).toThrow(RangeError);
  });
});

it('a not-a-knot spline reproduces any cubic', () => {
  const x = Float64Array.from([0, 0.7, 1.9, 2.2, 3.1, 4.6, 5]);
  const cubic = (t: number) => 3 - 2 * t + 0.5 * t * t - 0.25 * t ** 3;
  const grid = splineOnGrid(x, x.map(cubic), 0.25);
  expect(grid).toHaveLength(20);
  grid.forEach((value, i) => {
    expect(value).toBeCloseTo(cubic(i * 0.25), 10);
  });
});

it('smoothness priors remove a straight line, and solve their equation', () => {
  const line = Float64Array.from({ length: 400 }, (_, i) => 850 - 0.3 * i);
  smoothnessPriorsTrend(line, 500).forEach((value, i) => {
    expect(value).toBeCloseTo(line[i] ?? Number.NaN, 6);
  });

  const x = Float64Array.from({ length: 50 }, (_, i) => Math.sin(i) + i / 10);
  const z = smoothnessPriorsTrend(x, 3);
  const d2 = (i: number) => (z[i] ?? 0) - 2 * (z[i + 1] ?? 0) + (z[i + 2] ?? 0);
  for (let i = 0; i < 50; i++) {
    // (I + λ²·D2ᵀD2)·z = x, row by row.
    const bent = (i <= 47 ? d2(i) : 0) - (i >= 1 && i <= 48 ? 2 * d2(i - 1) : 0) + (i >= 2 ? d2(i - 2) : 0);
    expect((z[i] ?? 0) + 9 * bent).toBeCloseTo(x[i] ?? Number.NaN, 9);
  }
});

describe('band powers', () => {
  it.each([
    ['HF', 0.25],
    ['LF', 0.1],
  ] as const)('a wave of 30 ms in %s has a power there of half its square', (band, hz) => {
    const rrMs = wave(hz, 30, 600);
    const { lfMs2, hfMs2, hfPeakHz } = bandPowers(spectrumCurve({ rrMs }), 600);
    expect(band === 'HF' ? hfMs2 : lfMs2).toBeGreaterThan(430);
    expect(band === 'HF' ? hfMs2 : lfMs2).toBeLessThan(470);
    expect(band === 'HF' ? lfMs2 : hfMs2).toBeLessThan(15);
    if (band === 'HF') expect(hfPeakHz).toBeCloseTo(0.25, 9);
  });

  it('Lomb–Scargle finds the same power and peak with beats missing', () => {
    const rrMs = wave(0.25, 30, 600);
    const kept = Float64Array.from([...rrMs.slice(0, 200), ...rrMs.slice(230, 500), ...rrMs.slice(507)]);
    const lost = (from: number, to: number) => rrMs.slice(from, to).reduce((a, b) => a + b, 0);
    const curve = spectrumCurve({ rrMs: kept, gapsAfter: [199, 469], gapMs: [lost(200, 230), lost(500, 507)] });
    expect(curve?.method).toBe('lomb-scargle');
    const { hfMs2, hfPeakHz } = bandPowers(curve, 600);
    expect(hfMs2).toBeGreaterThan(420);
    expect(hfMs2).toBeLessThan(480);
    expect(hfPeakHz).toBeCloseTo(0.25, 9);
  });

  it('ignore what a spline does in a long gap', () => {
    const rrMs = wave(0.25, 60, 600);
    const kept = Float64Array.from([...rrMs.slice(0, 201), ...rrMs.slice(251)]);
    const gapMs = [rrMs.slice(201, 251).reduce((a, b) => a + b, 0)];
    const { vlfMs2, lfMs2 } = bandPowers(spectrumCurve({ rrMs: kept, gapsAfter: [200], gapMs }), 600);
    // All of the 1800 ms² are HF; a free spline puts over 300 into each of the others.
    expect(vlfMs2).toBeLessThan(20);
    expect(lfMs2).toBeLessThan(20);
  });

  it('scale with the square of the swing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 3, noNaN: true }), (factor) => {
        const x = spectrumCurve({ rrMs: wave(0.2, 10, 320) })?.powerMs2PerHz ?? new Float64Array();
        // Twice the deviation about the same beat times needs the times fixed: scale a small wave, whose times hardly move.
        const y = spectrumCurve({ rrMs: wave(0.2, 10 * factor, 320) })?.powerMs2PerHz ?? new Float64Array();
        expect(Math.abs((y[60] ?? 0) / (x[60] ?? 0) / factor ** 2 - 1)).toBeLessThan(0.1);
      }),
      { numRuns: 20 },
    );
  });

  it('are null for bands that the recording is too short for', () => {
    const of = (seconds: number) => analyse({ rrMs: wave(0.25, 30, seconds) }).spectrum;
    expect(of(55)).toMatchObject({ vlfMs2: null, lfMs2: null, hfMs2: null, lfHf: null, hfPeakHz: null });
    expect(of(110)).toMatchObject({ vlfMs2: null, lfMs2: null });
    expect(of(110).hfMs2).not.toBeNull();
    expect(of(230).vlfMs2).toBeNull();
    expect(of(230).lfHf).not.toBeNull();
    expect(of(250).vlfMs2).not.toBeNull();
  });
});

describe('respiration', () => {
  it.each([10, 12.3, 15, 18, 24])('%d breaths a minute are read from the beats', (perMin) => {
    const { respirationPerMin } = analyse({ rrMs: wave(perMin / 60, 35, 300) });
    expect(Math.abs((respirationPerMin ?? Number.NaN) - perMin)).toBeLessThan(0.15);
  });
  it('is null without a clear peak', () => {
    expect(analyse({ rrMs: wave(0.25, 0, 300) }).respirationPerMin).toBeNull();
    expect(analyse({ rrMs: wave(0.1, 40, 300) }).respirationPerMin).toBeNull();
    // Its flank is the highest of the band, but no peak.
    expect(analyse({ rrMs: wave(0.145, 40, 300) }).respirationPerMin).toBeNull();
  });
});
