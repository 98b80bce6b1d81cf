import { describe, expect, it } from 'vitest';
import { type CheckSeries, type DayCheck, findUsual, judgeReadiness, watchFatigue } from '../../../lib/readiness';
import { alternating, meanSd, morning, someMornings, TODAY } from './mornings';

/** What enters a baseline, and how one bad morning or another strap affects it (docs/readiness.md). */
const OLD: CheckSeries = { sensor: 'chest', strap: 'old', posture: 'lying', breathing: 'free' };
const NEW: CheckSeries = { ...OLD, strap: 'new' };
const of = (series: CheckSeries, checks: readonly DayCheck[], more = 0): DayCheck[] =>
  checks.map((check) => ({ ...check, lnRmssd: check.lnRmssd + more, series }));
const middle = (checks: readonly DayCheck[], today: DayCheck) => judgeReadiness({ day: TODAY, checks, today }).day?.band;

describe('one bad morning', () => {
  it('moves the range by less than a seventh of an SD, however bad it is', () => {
    const usual = someMornings(5, 60, 1);
    const { mean, sd } = meanSd(usual.map(({ lnRmssd }) => lnRmssd));
    const nearest = usual.reduce(
      (best, { lnRmssd }, i) => (Math.abs(lnRmssd - mean) < Math.abs((usual[best]?.lnRmssd ?? 9) - mean) ? i : best),
      0,
    );
    const [plain, spoilt] = [0, 10].map((off) => {
      const checks = usual.map((check, i) => (i === nearest ? { ...check, lnRmssd: check.lnRmssd - off } : check));
      return middle(checks, morning(0, 4));
    });
    for (const end of ['mean', 'low', 'high'] as const) expect(Math.abs((plain?.[end] ?? 0) - (spoilt?.[end] ?? 9))).toBeLessThan(sd / 7);
  });

  it('of a fair recording counts half of a good one', () => {
    const checks = alternating(40).map((check, i) => (i % 2 === 0 ? { ...check, rating: 'fair' as const } : check));
    // Half of them at 4.2 with weight a half, half at 3.8 with weight one.
    expect(middle(checks, morning(0, 4))?.mean).toBeCloseTo((0.5 * 4.2 + 3.8) / 1.5, 9);
  });
});

describe('what enters a baseline', () => {
  it('excludes checks later than two hours after waking, where known', () => {
    const late = { ...morning(0, 4), afterWakingMin: 121 };
    expect(judgeReadiness({ day: TODAY, checks: alternating(60), today: late })).toMatchObject({ verdict: 'learning', rule: 'late' });
    const checks = alternating(60).map((check, i) => (i < 10 ? { ...check, lnRmssd: 9, afterWakingMin: 300 } : check));
    expect(findUsual(checks, { ...morning(0, 4), afterWakingMin: 20 }).lnRmssd).toBeNull();
    expect(judgeReadiness({ day: TODAY, checks, today: morning(0, 4) }).days).toBe(51);
  });

  it.each([
    ['posture', { posture: 'standing' }],
    ['breathing', { breathing: 'paced' }],
    ['class of sensor', { sensor: 'optical' }],
  ] as const)('is separate for another %s', (_, other) => {
    const today = { ...morning(0, 3), series: { ...OLD, ...other } };
    expect(judgeReadiness({ day: TODAY, checks: of(OLD, alternating(60)), today })).toMatchObject({
      verdict: 'learning',
      learned: 1,
      days: 1,
    });
  });
});

describe('a new strap of the same class', () => {
  const line = (offset: number, since: number) => [
    ...of(OLD, alternating(60).slice(since)),
    ...of(NEW, alternating(60).slice(0, since), offset),
  ];

  it('continues the old series with less certainty', () => {
    const readiness = judgeReadiness({ day: TODAY, checks: line(0, 0), today: { ...morning(0, 4), series: NEW } });
    expect(readiness).toMatchObject({ learned: 14, newStrap: true, confidence: 'medium', bridged: { offset: 0, sd: 0.1 } });
  });

  it('that reads less gives no low morning, and the old checks are converted to its level', () => {
    for (const since of [0, 1, 3, 7, 14]) {
      const readiness = judgeReadiness({ day: TODAY, checks: line(-0.1, since), today: { ...morning(0, 3.9), series: NEW } });
      expect(readiness.day?.position).toBe('within');
      expect(readiness.trend?.position).toBe('within');
    }
    const later = judgeReadiness({ day: TODAY, checks: line(-0.1, 30), today: { ...morning(0, 3.9), series: NEW } });
    // The prior shrinks the estimate towards zero.
    expect(later.bridged?.offset).toBeLessThan(-0.04);
    expect(later.bridged?.offset).toBeGreaterThan(-0.1);
  });

  it('still shows a morning that is low on any strap', () => {
    expect(judgeReadiness({ day: TODAY, checks: line(0, 2), today: { ...morning(0, 3.3), series: NEW } }).day?.position).toBe('below');
  });

  it('worn together with the old one for some days is known better', () => {
    const apart = line(-0.1, 6);
    const together = [...apart, ...of(OLD, alternating(6))];
    const sd = (checks: readonly DayCheck[]) =>
      judgeReadiness({ day: TODAY, checks, today: { ...morning(0, 3.9), series: NEW } }).bridged?.sd ?? Number.NaN;
    expect(sd(together)).toBeLessThan(sd(apart));
  });

  it('alternating with another that reads the same is one series', () => {
    const checks = alternating(60).map((check, i) => ({ ...check, series: i % 3 === 0 ? OLD : NEW }));
    const band = middle(checks, { ...morning(0, 4), series: NEW });
    expect(band?.mean).toBeCloseTo(4, 1);
  });

  it('is no sign of fatigue', () => {
    const checks = [...of(OLD, alternating(80).slice(14)), ...of(NEW, alternating(14), -0.2)];
    expect(watchFatigue({ day: TODAY, checks, checkIns: [], activities: [], loads: [] }).signs).not.toContain('hrv-falling');
  });
});

describe('a history without a sensor', () => {
  const typed: CheckSeries = { sensor: 'typed', strap: null, posture: null, breathing: null };

  it('spares users with years of it the learning', () => {
    const readiness = judgeReadiness({ day: TODAY, checks: of(typed, alternating(60)), today: { ...morning(0, 3.9), series: NEW } });
    expect(readiness.verdict).not.toBe('learning');
    expect(readiness).toMatchObject({ learned: 14, confidence: 'medium', day: { position: 'within' } });
  });

  it('is a separate series when it continues', () => {
    const checks = of(typed, alternating(60));
    expect(judgeReadiness({ day: TODAY, checks, today: { ...morning(0, 4.1), series: typed } })).toMatchObject({
      verdict: 'push',
      bridged: null,
    });
  });
});
