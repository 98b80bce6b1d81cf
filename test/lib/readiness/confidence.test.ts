import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { findUsual, judgeMorning, judgeReadiness, wouldChange } from '../../../lib/readiness/readiness';
import type { CheckSeries, DayCheck, DayCheckIn, ReadinessInput } from '../../../lib/readiness/types';
import { alternating, meanSd, morning, TODAY } from './mornings';

/** docs/readiness.md, "How sure", and the rest of what a reading says beside its verdict. */

const GOOD: ReadinessInput = { day: TODAY, checks: alternating(60), today: morning(0, 4.1) };
const read = (changes: Partial<ReadinessInput> = {}) => judgeReadiness({ ...GOOD, ...changes });
const without = (from: number, to: number) => alternating(60).filter((_, i) => i + 1 < from || i + 1 > to);
const said = (count: number, today: Partial<DayCheckIn>): DayCheckIn[] => [
  ...Array.from({ length: count }, (_, i) => ({ day: addDays(TODAY, -1 - i), mood: 3 as const, energy: 3 as const, stress: 3 as const })),
  { day: TODAY, ...today },
];
const THREE = { mood: 3, energy: 3, stress: 3 } as const;

describe('confidence', () => {
  it.each([
    ['1 of the last 7 days', { checks: without(1, 6) }, 'low'],
    ['2 of the last 7 days', { checks: without(2, 6) }, 'low'],
    ['3 of the last 7 days', { checks: without(3, 6) }, 'medium'],
    ['4 of the last 7 days', { checks: without(4, 6) }, 'medium'],
    ['5 of the last 7 days', { checks: without(5, 6) }, 'high'],
    ['a whole week', {}, 'high'],
    ['27 days', { checks: alternating(27) }, 'medium'],
    ['28 days', { checks: alternating(28) }, 'high'],
    ['a fair recording', { today: { ...morning(0, 4.1), rating: 'fair' } }, 'medium'],
    ['a good recording', { today: { ...morning(0, 4.1), rating: 'good' } }, 'high'],
    ['an irregular rhythm', { ticked: ['arrhythmia'] }, 'medium'],
    ['an irregular rhythm, and a day alone', { ticked: ['arrhythmia'], checks: without(1, 6) }, 'low'],
    ['learning', { checks: [] }, 'low'],
    ['answers alone, with 13 check-ins', { today: null, checkIns: said(13, THREE) }, 'low'],
    ['answers alone, with 14 check-ins', { today: null, checkIns: said(14, THREE) }, 'medium'],
    ['too few answers, with 14 check-ins', { today: null, checkIns: said(14, { mood: 3 }) }, 'low'],
    ['answers while HRV is learned', { checks: [], checkIns: said(20, { mood: 1, energy: 1, stress: 5 }) }, 'low'],
    ['illness without answers or check', { today: null, ticked: ['fever'] }, 'low'],
  ] satisfies [string, Partial<ReadinessInput>, string][])('with %s is %s', (_, changes, confidence) => {
    expect(read(changes).confidence).toBe(confidence);
  });

  it('is medium with a new strap while its level is in doubt by more than a quarter of the SD', () => {
    const OLD: CheckSeries = { sensor: 'chest', strap: 'old', posture: 'lying', breathing: 'free' };
    /** All mornings are of the old strap, so that 0.1 is in doubt. */
    const with60 = (spread: number) => {
      const checks = alternating(60, spread).map((check) => ({ ...check, series: OLD }));
      expect(meanSd(checks.map(({ lnRmssd }) => lnRmssd)).sd).toBeCloseTo(spread * Math.sqrt(60 / 59), 9);
      const { newStrap, confidence } = read({ checks, today: { ...morning(0, 4), series: { ...OLD, strap: 'new' } } });
      return [newStrap, confidence];
    };
    expect(with60(0.39)).toEqual([true, 'medium']);
    expect(with60(0.4)).toEqual([false, 'high']);
  });
});

describe('a reading', () => {
  it('has the days that the range rests on, today among them where it counts', () => {
    expect(read().days).toBe(61);
    expect(read({ today: null }).days).toBe(60);
    expect(read({ today: { ...morning(0, 4), ruledOut: true } }).days).toBe(60);
  });

  it.each([
    [3.5, 14, false],
    [3.5, 15, true],
    [3.5, 28, true],
    [3.5, null, false],
    [3.9, 20, false],
    [4.5, 20, false],
  ])('of ln(RMSSD) %d on cycle day %s names the second half of the cycle: %s', (ln, cycleDay, luteal) => {
    const codes = (input: Partial<ReadinessInput>) => read({ today: morning(0, ln), ...input }).notes.map(({ code }) => code);
    expect(codes({ checkIns: [{ day: TODAY, cycleDay }] })).toEqual(luteal ? ['luteal-phase'] : []);
    expect(codes({ checkIns: [{ day: addDays(TODAY, -1), cycleDay: 20 }] })).toEqual([]);
  });

  it('says why there is no verdict', () => {
    expect(read({ today: null }).rule).toBe('no-check');
    expect(read({ today: null, unreadable: false }).rule).toBe('no-check');
    expect(read({ today: null, unreadable: true }).rule).toBe('unreadable');
    expect(read({ today: { ...morning(0, 4), afterWakingMin: 121 } }).rule).toBe('late');
    expect(read({ checks: [] }).rule).toBe('learning');
  });

  it('has neither range nor heart rate while it is learned', () => {
    expect(read({ checks: alternating(5) })).toMatchObject({ day: null, trend: null, hr: null, learned: 6, needed: 7 });
    expect(read().hr).toMatchObject({ mean: 52 });
    expect(read({ checks: alternating(60).map((check) => ({ ...check, hrBpm: null })) }).hr).toBeNull();
  });

  it('is one SD wide unless told, and as wide as told', () => {
    const width = (changes: Partial<ReadinessInput>) => {
      const band = read(changes).day?.band;
      return (band?.high ?? 0) - (band?.low ?? 0);
    };
    expect(width({ widthSd: 2 })).toBeCloseTo(2 * width({}), 10);
    expect(width({ widthSd: 1 })).toBe(width({}));
  });

  it('comes with what would change it, worked out of one morning', () => {
    const low = { ...GOOD, today: morning(0, 3.7) };
    expect(judgeMorning(low)).toEqual({ readiness: judgeReadiness(low), changes: wouldChange(low) });
    expect(wouldChange(low)).not.toEqual([]);
  });
});

describe('the usual range of any check', () => {
  const usual = (checks: readonly DayCheck[], check = morning(0, 9, 99)) => findUsual(checks, check);

  it('is there from seven days on, its own day counted where it counts', () => {
    expect(usual(alternating(5))).toEqual({ lnRmssd: null, hr: null });
    expect(usual(alternating(6)).lnRmssd).not.toBeNull();
    const late = { ...morning(0, 4), afterWakingMin: 300 };
    expect(usual(alternating(6), late).lnRmssd).toBeNull();
    expect(usual(alternating(7), late).lnRmssd).not.toBeNull();
  });

  it('is that of the days before it', () => {
    const { day, hr } = read();
    expect(usual(alternating(60))).toEqual({ lnRmssd: day?.band, hr });
    expect(findUsual(alternating(60), morning(0, 4), 2).lnRmssd).toEqual(read({ widthSd: 2 }).day?.band);
    expect(usual(alternating(60).map((check) => ({ ...check, hrBpm: null }))).hr).toBeNull();
  });
});
