import { describe, expect, it } from 'vitest';
import { analyse, createStream, orthostatic, slidingValues } from '../../../lib/hrv';
import { cleanSeries, faultySeries } from '../../support/rr-generator';

describe('streaming', () => {
  it('equals the raw figures of the batch engine at every beat', () => {
    const rrMs = cleanSeries(1, 120);
    const stream = createStream();
    rrMs.forEach((rr, i) => {
      stream.push(rr);
      if (i % 17 !== 0) return;
      const batch = analyse({ rrMs: rrMs.slice(0, i + 1) }, {}, { spectrum: false }).raw;
      const { raw, beats } = stream.values;
      expect(beats).toBe(i + 1);
      for (const key of ['meanRrMs', 'sdnnMs', 'rmssdMs', 'lnRmssd', 'pnn50Pct'] as const) {
        if (batch[key] === null) expect(raw[key]).toBeNull();
        else expect(raw[key]).toBeCloseTo(batch[key], 8);
      }
    });
  });

  it('ends within 1 % of the batch engine’s corrected RMSSD', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { rrMs } = faultySeries(seed);
      const stream = createStream();
      for (const rr of rrMs) stream.push(rr);
      const batch = analyse({ rrMs }, {}, { spectrum: false, sampleEntropy: false }).corrected.rmssdMs ?? Number.NaN;
      expect(Math.abs((stream.values.corrected.rmssdMs ?? Number.NaN) / batch - 1), `seed ${seed}`).toBeLessThan(0.01);
    }
  });

  it('reports the share of faults', () => {
    const stream = createStream();
    for (let i = 0; i < 400; i++) stream.push(i % 40 === 20 ? 1500 : 900 + 20 * Math.sin(i));
    expect(stream.values.flaggedPct).toBeCloseTo((100 * 10) / 400, 9);
  });

  it('takes no difference across a gap, and drops values that are no intervals', () => {
    const stream = createStream();
    for (let i = 0; i < 100; i++) stream.push(900 + (i % 2) * 10);
    stream.push(Number.NaN);
    stream.push(0);
    for (let i = 0; i < 100; i++) stream.push(700 + (i % 2) * 10, i === 0);
    const { raw, corrected, beats, dropped } = stream.values;
    expect({ beats, dropped }).toEqual({ beats: 200, dropped: 2 });
    expect(raw.rmssdMs).toBeCloseTo(10, 9);
    expect(corrected.rmssdMs).toBeCloseTo(10, 9);
  });

  it('shows a single bad interval only in the raw figures, and the current rate', () => {
    const stream = createStream();
    for (let i = 0; i < 60; i++) stream.push(1000 + (i % 2) * 20);
    stream.push(2000);
    for (let i = 0; i < 12; i++) stream.push(600);
    const { raw, corrected, hrBpm } = stream.values;
    expect(raw.rmssdMs).toBeGreaterThan(150);
    expect(corrected.rmssdMs).toBeLessThan(60);
    expect(hrBpm).toBeGreaterThan(85);
  });
});

describe('sliding values', () => {
  it('cover 60 s and step by 10 s', () => {
    // 90 s at 1000 ms alternating by ±10, then 90 s at 800 alternating by ±20: RMSSD 20, then 40.
    const rrMs = [
      ...Array.from({ length: 90 }, (_, i) => 1000 + (i % 2 === 0 ? 10 : -10)),
      ...Array.from({ length: 112 }, (_, i) => 800 + (i % 2 === 0 ? 20 : -20)),
    ];
    const values = slidingValues({ rrMs });
    expect(values.map(({ atS }) => atS)).toEqual([60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170]);
    expect(values[0]?.hrBpm).toBeCloseTo(60, 0);
    expect(values[0]?.rmssdMs).toBeCloseTo(20, 9);
    expect(values[11]?.hrBpm).toBeCloseTo(75, 0);
    expect(values[11]?.rmssdMs).toBeCloseTo(40, 9);
  });

  it('are empty for a recording shorter than a window', () => {
    expect(slidingValues({ rrMs: new Array<number>(50).fill(1000) })).toEqual([]);
    expect(slidingValues({ rrMs: new Array<number>(500).fill(1000) }, 0, 10)).toEqual([]);
  });
});

describe('trend', () => {
  it('gives slope and drift of a heart rate that rises evenly', () => {
    // 60 bpm rising by 2 a minute for five minutes.
    const rrMs: number[] = [];
    for (let t = 0; t < 300; ) {
      const rr = 60000 / (60 + (2 * t) / 60);
      rrMs.push(rr);
      t += rr / 1000;
    }
    const { trend } = analyse({ rrMs });
    expect(trend.hrSlopeBpmPerMin).toBeCloseTo(2, 1);
    expect(trend.hrDriftBpm).toBeCloseTo((2 * 200) / 60, 0);
    expect(trend.steady).toBe(false);
    expect(analyse({ rrMs: cleanSeries(2) }).trend.steady).toBe(true);
  });
});

it('a rate that rises and falls back is not steady, although it does not drift', () => {
  const rrMs = Array.from({ length: 300 }, (_, i) => 900 - 250 * Math.sin((Math.PI * i) / 300));
  const { trend, quality } = analyse({ rrMs });
  expect(Math.abs(trend.hrDriftBpm ?? 99)).toBeLessThan(1);
  expect(trend.steady).toBe(false);
  expect(quality.reasons.map(({ code }) => code)).toContain('unsteady');
});

describe('orthostatic', () => {
  // Lying at 60 with RMSSD 40; up at 120 s: 100 at the 15th beat, down to 75 at the 30th, then 80 with RMSSD 10.
  const lying = Array.from({ length: 120 }, (_, i) => 1000 + (i % 2 === 0 ? 20 : -20));
  const rise = Array.from({ length: 15 }, (_, i) => 1000 - (400 * (i + 1)) / 15);
  const fall = Array.from({ length: 15 }, (_, i) => 600 + (200 * (i + 1)) / 15);
  const standing = Array.from({ length: 200 }, (_, i) => 750 + (i % 2 === 0 ? 5 : -5));
  const result = orthostatic({ rrMs: [...lying, ...rise, ...fall, ...standing] }, 120);

  it('has rate and RMSSD of both postures', () => {
    expect(result.lying.hrBpm).toBeCloseTo(60, 0);
    expect(result.lying.rmssdMs).toBeCloseTo(40, 6);
    expect(result.standing.hrBpm).toBeCloseTo(80, 1);
    expect(result.standing.rmssdMs).toBeCloseTo(10, 6);
  });
  it('has peak, recovery and the 30:15 ratio', () => {
    expect(result.peakHrBpm).toBeCloseTo((3 * 60000) / (600 + 613.333 + 626.667), 0);
    expect(result.peakAfterS).toBeGreaterThan(10);
    expect(result.peakAfterS).toBeLessThan(15);
    expect(result.hrRecoveryBpm).toBeCloseTo((result.peakHrBpm ?? 0) - 80, 1);
    expect(result.ratio30to15).toBeCloseTo(800 / 600, 6);
  });
  it('is null for missing parts', () => {
    expect(orthostatic({ rrMs: lying }, 500)).toMatchObject({
      standing: { hrBpm: null, rmssdMs: null },
      peakHrBpm: null,
      ratio30to15: null,
    });
  });
});
