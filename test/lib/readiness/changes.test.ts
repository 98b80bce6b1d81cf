import { describe, expect, it } from 'vitest';
import { findChanges } from '../../../lib/readiness/changes';
import type { Decision } from '../../../lib/readiness/decide';
import type { DayCheck, DayCheckIn, Rule, Verdict } from '../../../lib/readiness/types';
import { morning, TODAY } from './mornings';

/** The smallest change of one figure that makes a better verdict, by rules that a test sets. */

const EASY: Decision = { verdict: 'easy', rule: 'day-low' };
const decidedBy = (verdict: (today: DayCheck | null, checkIn: DayCheckIn | undefined) => Verdict) => {
  return (today: DayCheck | null, checkIn: DayCheckIn | undefined): Decision => ({ verdict: verdict(today, checkIn), rule: 'in-range' });
};
const ms = (rmssdMs: number) => Math.log(rmssdMs);

describe('of RMSSD', () => {
  /** Better from `border` ms on; the range ends at `highMs`. */
  const change = (nowMs: number, border: number, highMs: number) =>
    findChanges(
      EASY,
      decidedBy((today) => (Math.exp(today?.lnRmssd ?? 0) >= border - 1e-9 ? 'normal' : 'easy')),
      morning(0, ms(nowMs), null),
      undefined,
      ms(highMs),
    );

  it.each([
    ['the first whole ms that does', 40.2, 45, 60, 45],
    ['the next one', 40.2, 40.5, 60, 41],
    ['the last whole ms of the range', 40.2, 60, 60.4, 60],
    ['the only one between', 40.2, 40.9, 41.4, 41],
    ['from 20 ms on, whole ones', 20.01, 20.4, 30, 21],
    ['below 20 ms, halves', 19.9, 20.4, 30, 20.5],
    ['below 20 ms, halves: the next one', 12.1, 12.2, 30, 12.5],
  ])('%s', (_, now, border, high, aboveRmssdMs) => {
    expect(change(now, border, high)).toEqual([{ name: 'hrv', aboveRmssdMs, verdict: 'normal' }]);
  });

  it('none above the range, where more is no better', () => {
    expect(change(40.2, 61, 60.4)).toEqual([]);
    expect(change(70, 75, 60)).toEqual([]);
  });

  it('none where the range ends before the next step', () => {
    expect(change(40.2, 0, 40.8)).toEqual([]);
  });

  it('none without a check or a range', () => {
    const decide = decidedBy((today) => (today === null || today.lnRmssd > 0 ? 'normal' : 'easy'));
    expect(findChanges(EASY, decide, null, undefined, ms(60))).toEqual([]);
    expect(findChanges(EASY, decide, morning(0, ms(40), null), undefined, null)).toEqual([]);
  });
});

describe('of the heart rate', () => {
  /** Better down from `border`. */
  const change = (hrBpm: number | null, border: number) =>
    findChanges(
      EASY,
      decidedBy((today) => ((today?.hrBpm ?? 99) <= border ? 'push' : 'easy')),
      morning(0, ms(40), hrBpm),
      undefined,
      null,
    );

  it.each([
    ['the highest whole beat that does', 60.4, 52.7, 52],
    ['the whole beat below', 60.4, 60, 60],
    ['the next one', 60.4, 59, 59],
    ['30 beats fewer', 60.4, 30, 30],
    ['no more than was measured', 60.4, 99, 60],
  ])('%s', (_, now, border, belowBpm) => {
    expect(change(now, border)).toEqual([{ name: 'resting-hr', belowBpm, verdict: 'push' }]);
  });

  it('none more than 30 beats below, nor where there is none', () => {
    expect(change(60.4, 29)).toEqual([]);
    expect(change(null, 99)).toEqual([]);
  });

  it('none without a check', () => {
    expect(
      findChanges(
        EASY,
        decidedBy(() => 'push'),
        null,
        undefined,
        ms(60),
      ),
    ).toEqual([]);
  });
});

describe('of an answer', () => {
  const change = (said: Partial<DayCheckIn>, better: (checkIn: DayCheckIn) => boolean) =>
    findChanges(
      EASY,
      decidedBy((_, checkIn) => (checkIn !== undefined && better(checkIn) ? 'normal' : 'easy')),
      null,
      { day: TODAY, ...said },
      null,
    );

  it.each([
    ['energy', 'energy'],
    ['mood', 'mood'],
    ['sleep', 'sleepQuality'],
  ] as const)('%s: the least that does', (name, field) => {
    for (const atLeast of [2, 3, 4, 5] as const) {
      expect(change({ [field]: 1 }, (one) => (one[field] ?? 0) >= atLeast)).toEqual([{ name, atLeast, verdict: 'normal' }]);
    }
    expect(change({ [field]: 5 }, () => true)).toEqual([]);
    expect(change({}, () => true)).toEqual([]);
  });

  it.each(['soreness', 'stress'] as const)('%s: the most that does', (name) => {
    for (const atMost of [1, 2, 3, 4] as const) {
      expect(change({ [name]: 5 }, (one) => (one[name] ?? 9) <= atMost)).toEqual([{ name, atMost, verdict: 'normal' }]);
    }
    expect(change({ [name]: 1 }, () => true)).toEqual([]);
    expect(change({}, () => true)).toEqual([]);
  });

  it('never of what stays worse, nor of the same score', () => {
    expect(change({ energy: 3, stress: 3 }, () => false)).toEqual([]);
    expect(change({ energy: 3, stress: 3 }, (one) => one.energy === 3 && one.stress === 3)).toEqual([]);
  });

  it('less sore as a whole is less sore everywhere', () => {
    const sore = [
      { region: 'quads', level: 4 },
      { region: 'calves', level: 2 },
    ] as const;
    const isEased = ({ soreness, sore: left }: DayCheckIn) => soreness === 2 && left?.length === 1 && left[0]?.region === 'calves';
    expect(change({ soreness: 4, sore }, isEased)).toEqual([{ name: 'soreness', atMost: 2, verdict: 'normal' }]);
    // Less stress leaves what is sore.
    expect(change({ stress: 4, soreness: 4, sore }, (one) => one.sore?.length === 2 && one.soreness === 4)).toEqual([
      { name: 'stress', atMost: 3, verdict: 'normal' },
    ]);
  });

  it('all that do, soreness and stress first', () => {
    const all = change({ energy: 1, mood: 1, sleepQuality: 1, soreness: 5, stress: 5 }, (one) => one.day === TODAY);
    // The morning as it is counts as easy here only for what is asked of it: each first step is enough.
    expect(all).toEqual([
      { name: 'soreness', atMost: 4, verdict: 'normal' },
      { name: 'stress', atMost: 4, verdict: 'normal' },
      { name: 'energy', atLeast: 2, verdict: 'normal' },
      { name: 'mood', atLeast: 2, verdict: 'normal' },
      { name: 'sleep', atLeast: 2, verdict: 'normal' },
    ]);
  });
});

describe('nothing would change', () => {
  const open = decidedBy(() => 'push');
  const of = (verdict: Verdict, rule: Rule) => findChanges({ verdict, rule }, open, morning(0, ms(40)), { day: TODAY, mood: 1 }, ms(60));

  it.each([
    ['push', 'in-range'],
    ['learning', 'learning'],
    ['rest', 'ill'],
    ['easy', 'answers-unread'],
  ] as const)('%s by %s', (verdict, rule) => {
    expect(of(verdict, rule)).toEqual([]);
  });

  it('but of any other verdict', () => {
    expect(of('easy', 'injured').map(({ name }) => name)).toEqual(['hrv', 'resting-hr', 'mood']);
    expect(of('rest', 'day-and-trend-low')).toHaveLength(3);
  });

  it('where another figure gives the same verdict, or one that is still learned', () => {
    for (const verdict of ['rest', 'easy', 'learning'] as const) {
      expect(
        findChanges(
          EASY,
          decidedBy(() => verdict),
          morning(0, ms(40)),
          { day: TODAY, mood: 1 },
          ms(60),
        ),
      ).toEqual([]);
    }
  });
});
