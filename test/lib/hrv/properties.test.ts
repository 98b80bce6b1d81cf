import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, correct, createStream, orthostatic, sanitise, slidingValues, spectrumCurve, timeDomain } from '../../../lib/hrv';

const interval = fc.double({ min: 300, max: 1800, noNaN: true });
const series = fc.array(interval, { minLength: 40, maxLength: 300 });
const near = (value: number | null, expected: number | null, factor = 1) => {
  if (value === null || expected === null) expect(value).toBe(expected);
  else expect(Math.abs(value - factor * expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(factor * expected)));
};

describe('time domain under', () => {
  it('a shift: the mean moves, spread and differences do not', () => {
    fc.assert(
      fc.property(series, fc.double({ min: -100, max: 500, noNaN: true }), (rr, by) => {
        const a = timeDomain({ rrMs: rr });
        const b = timeDomain({ rrMs: rr.map((x) => x + by) });
        near(b.meanRrMs, (a.meanRrMs ?? 0) + by);
        for (const key of ['sdnnMs', 'rmssdMs', 'sdsdMs', 'sd1Ms', 'sd2Ms'] as const) near(b[key], a[key]);
      }),
    );
  });

  it('scaling: all times scale, the logarithm shifts', () => {
    fc.assert(
      fc.property(series, fc.double({ min: 0.2, max: 5, noNaN: true }), (rr, factor) => {
        const a = timeDomain({ rrMs: rr });
        const b = timeDomain({ rrMs: rr.map((x) => x * factor) });
        for (const key of ['meanRrMs', 'sdnnMs', 'rmssdMs', 'sdsdMs', 'sd1Ms', 'sd2Ms'] as const) near(b[key], a[key], factor);
        if (a.lnRmssd !== null) near(b.lnRmssd, a.lnRmssd + Math.log(factor));
      }),
    );
  });

  it('time reversal: nothing changes', () => {
    fc.assert(
      fc.property(series, (rr) => {
        const a = timeDomain({ rrMs: rr });
        const b = timeDomain({ rrMs: [...rr].reverse() });
        for (const key of ['meanRrMs', 'sdnnMs', 'rmssdMs', 'lnRmssd', 'sdsdMs', 'pnn50Pct', 'pnn20Pct', 'sd1Ms', 'sd2Ms'] as const)
          near(b[key], a[key]);
      }),
    );
  });

  it('seconds instead of ms: nothing changes', () => {
    fc.assert(
      fc.property(series, (rr) => {
        const a = timeDomain(sanitise(rr));
        const b = timeDomain(sanitise(rr.map((x) => x / 1000)));
        near(b.rmssdMs, a.rmssdMs);
        near(b.sdnnMs, a.sdnnMs);
      }),
    );
  });
});

describe('any input of finite length', () => {
  const anything = fc.oneof(
    { weight: 4, arbitrary: fc.double({ min: 300, max: 1800, noNaN: true }) },
    { weight: 1, arbitrary: fc.double() },
    { weight: 1, arbitrary: fc.constantFrom(0, -1, 5, 1e9, 1e300, 5e-324, Number.NaN, Number.POSITIVE_INFINITY) },
  );
  const input = fc.record({
    rrMs: fc.array(anything, { maxLength: 400, size: 'max' }),
    gapsAfter: fc.array(fc.integer({ min: -5, max: 450 }), { maxLength: 5 }),
    gapMs: fc.array(fc.double(), { maxLength: 5 }),
  });

  it('gives figures that are finite or null', () => {
    fc.assert(
      fc.property(input, fc.constantFrom('raw', 'one-pass', 'product'), fc.double(), (rr, choice, elapsedS) => {
        const analysis = analyse(rr, { elapsedS }, { series: choice });
        // JSON turns non-finite numbers into null, so equality means that there were none.
        expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
        expect(analysis.beats + analysis.dropped).toBe(rr.rrMs.length);
      }),
      { numRuns: 150 },
    );
  });

  it('is accepted by every other function', () => {
    fc.assert(
      fc.property(input, (rr) => {
        const { rrMs, trusted, source } = correct(rr);
        expect([rrMs.length, source.length]).toEqual([trusted.length, trusted.length]);
        expect(rrMs.every((x) => Number.isFinite(x) && x > 0)).toBe(true);
        slidingValues(rr);
        spectrumCurve(sanitise(rr.rrMs, rr.gapsAfter, rr.gapMs));
        orthostatic(rr, 60);
        const stream = createStream();
        for (const x of rr.rrMs) stream.push(x);
        expect(JSON.parse(JSON.stringify(stream.values))).toEqual(stream.values);
      }),
      { numRuns: 100 },
    );
  });
});

it('measured beats that are kept are unchanged to the bit', () => {
  fc.assert(
    fc.property(series, (rr) => {
      const { rrMs, trusted, source } = correct({ rrMs: rr });
      for (let i = 0; i < rrMs.length; i++) {
        const raw = source[i] ?? -1;
        if (trusted[i] !== 1) continue;
        const merged = (rr[raw] ?? 0) + (rr[raw + 1] ?? 0);
        expect(rrMs[i] === rr[raw] || rrMs[i] === merged).toBe(true);
      }
    }),
  );
});
