import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/hrv';
import { randomFrom } from '../../support/rr-generator';
import { haveReal, recording, synthetic } from './recordings';

const quality = (name: string) => analyse({ rrMs: recording(name).rrMs }).quality;

describe.skipIf(!haveReal)('quality of real recordings', () => {
  it('detects intervals that a sensor made up, and no honest ones', () => {
    expect(quality('p37_kyto_sitting_5min')).toMatchObject({ rating: 'unusable', reasons: [{ code: 'made-up-intervals' }] });
    const codes = quality('polar_hrm_exercise_43min').reasons.map(({ code }) => code);
    expect(codes).not.toContain('made-up-intervals');
  });

  it.each(['h10_bigeminy_10min', 'p37_heartmath_sitting_5min'])('%s is unusable although few beats are flagged', (name) => {
    const { rating, reasons } = quality(name);
    expect(rating).toBe('unusable');
    expect(reasons[0]?.code).toBe('irregular');
  });

  it.each(['p37_vuams_sitting_5min', 'p37_rhythm24_sitting_5min', 'rest_16min'])('%s is good or fair', (name) => {
    expect(['good', 'fair']).toContain(quality(name).rating);
  });

  it('distinguishes an 8 ms grid from a 1 ms one', () => {
    const grid = quality('nsr014_5min_h15').reasons.find(({ code }) => code === 'resolution');
    expect(grid?.value).toBeCloseTo(7.8125, 6);
    expect(quality('p37_vuams_sitting_5min').reasons).toEqual([]);
  });
});

it('accepts a fast heart, whose every interval is near some 60000 ÷ bpm', () => {
  const random = randomFrom(3);
  const rrMs = Array.from({ length: 400 }, () => Math.round(385 + 30 * random()));
  expect(analyse({ rrMs }).quality.reasons.map(({ code }) => code)).not.toContain('made-up-intervals');
});

it('detects intervals of 60000 ÷ whole bpm, in ms and mistaken for 1/1024 s', () => {
  const random = randomFrom(4);
  const bpm = Array.from({ length: 200 }, () => 58 + Math.floor(8 * random()));
  for (const rrMs of [bpm.map((k) => 60000 / k), bpm.map((k) => Math.round(((60000 / k) * 1000) / 1024))]) {
    expect(analyse({ rrMs }).quality).toMatchObject({ rating: 'unusable', reasons: [{ code: 'made-up-intervals', value: 100 }] });
  }
});

describe('quality from the recording’s context', () => {
  const rrMs = synthetic[3]?.rrMs ?? [];
  const durationS = rrMs.reduce((a, b) => a + b, 0) / 1000;
  const rate = (context: Parameters<typeof analyse>[1]) => analyse({ rrMs }, context).quality;

  it('is good without anything against it', () => {
    expect(rate({ elapsedS: durationS, contactShare: 1, deviceClass: 'chest' })).toEqual({ rating: 'good', reasons: [] });
  });
  it('falls with less coverage', () => {
    const { rating, reasons } = rate({ elapsedS: durationS / 0.9 });
    expect(rating).toBe('poor');
    expect(reasons[0]?.code).toBe('coverage');
    expect(reasons[0]?.value).toBeCloseTo(90, 9);
    expect(rate({ elapsedS: durationS / 0.5 }).rating).toBe('unusable');
  });
  it('falls with less contact', () => {
    expect(rate({ contactShare: 0.9 }).rating).toBe('fair');
    expect(rate({ contactShare: 0.3 }).rating).toBe('unusable');
  });
  it('rates an optical sensor lower than a strap', () => {
    expect(rate({ deviceClass: 'optical' }).rating).toBe('fair');
  });
  it('is unusable under 30 beats', () => {
    const short = analyse({ rrMs: rrMs.slice(0, 29) });
    expect(short.quality).toEqual({ rating: 'unusable', reasons: [{ code: 'short', value: 29 }] });
    expect(short.raw.rmssdMs).toBeNull();
    expect(analyse({ rrMs: rrMs.slice(0, 30) }).raw.rmssdMs).not.toBeNull();
  });
});
