import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { type FatigueInput, watchFatigue } from '../../../lib/readiness/fatigue-watch';
import type { CheckSeries, DayCheck, DayCheckIn, FatigueSign } from '../../../lib/readiness/types';
import type { DayLoad, ScoredActivity } from '../../../lib/training';
import { meanSd, morning, TODAY } from './mornings';

/** docs/readiness.md, "The fatigue watch": the last 14 days against the 60 before, each sign at its threshold. */

const watch = (input: Partial<FatigueInput>) => watchFatigue({ day: TODAY, checks: [], checkIns: [], activities: [], loads: [], ...input });
const signs = (input: Partial<FatigueInput>) => watch(input).signs;
const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const RECENT = days(0, 13);
const BEFORE = days(14, 73);
/** Alternating by one SD (n − 1) of the 60 days before. */
const EVEN = Math.sqrt(59 / 60);
const wave = (daysAgo: number) => (daysAgo % 2 === 0 ? EVEN : -EVEN);

const heart = (ln: (daysAgo: number) => number, bpm: (daysAgo: number) => number | null = () => null, on = [...RECENT, ...BEFORE]) =>
  on.map((daysAgo) => morning(daysAgo, ln(daysAgo), bpm(daysAgo)));
const said = (answers: (daysAgo: number) => Partial<DayCheckIn>, on = [...RECENT, ...BEFORE]): DayCheckIn[] =>
  on.map((daysAgo) => ({ day: addDays(TODAY, -daysAgo), ...answers(daysAgo) }));
const isRecent = (daysAgo: number) => daysAgo < 14;

describe('HRV', () => {
  const falling = (by: number, on?: number[]) =>
    signs({ checks: heart((ago) => (isRecent(ago) ? 4 - by : 4 + 0.2 * wave(ago)), undefined, on) });

  it('falls from more than half an SD on', () => {
    expect(meanSd(BEFORE.map(wave)).sd).toBeCloseTo(1, 12);
    expect(falling(0.101)).toEqual(['hrv-falling']);
    expect(falling(0.099)).toEqual([]);
    expect(falling(-0.5)).toEqual([]);
  });

  it('needs 7 mornings of the last 14 and 14 of those before', () => {
    expect(falling(0.3, [...days(7, 13), ...BEFORE])).toEqual(['hrv-falling']);
    expect(falling(0.3, [...days(8, 13), ...BEFORE])).toEqual([]);
    expect(falling(0.3, [...RECENT, ...days(14, 27)])).toEqual(['hrv-falling']);
    expect(falling(0.3, [...RECENT, ...days(14, 26)])).toEqual([]);
  });

  it('is of the 74 days up to today', () => {
    // Thirteen mornings before and one that is a day too old, or a day to come.
    expect(falling(0.3, [...days(0, 5), 13, ...days(14, 26), 73])).toEqual(['hrv-falling']);
    expect(falling(0.3, [...RECENT, ...days(14, 26), 74])).toEqual([]);
    expect(falling(0.3, [-1, ...days(0, 5), ...BEFORE])).toEqual([]);
  });

  it('is of mornings that count', () => {
    const checks = heart((ago) => (isRecent(ago) ? 3.5 : 4 + 0.2 * wave(ago)));
    const ruledOut = (check: DayCheck): DayCheck => (check.day > addDays(TODAY, -8) ? { ...check, ruledOut: true } : check);
    expect(signs({ checks })).toEqual(['hrv-falling']);
    expect(signs({ checks: checks.map(ruledOut).slice(0, -1) })).toEqual([]);
  });

  it('is compared with a range that one wild morning hardly moves', () => {
    // At ten times the usual value it counts as 2.5 robust SDs; the range would be twice as wide with it.
    const checks = heart((ago) => (isRecent(ago) ? 3.88 : ago === 40 ? 40 : 4 + 0.2 * wave(ago)));
    expect(signs({ checks })).toContain('hrv-falling');
  });

  it('of another posture is not compared', () => {
    const lying: CheckSeries = { sensor: 'chest', strap: 'a', posture: 'lying', breathing: 'free' };
    const checks = heart((ago) => (isRecent(ago) ? 3.5 : 4 + 0.2 * wave(ago))).map((check, i) => ({
      ...check,
      series: i < 14 ? { ...lying, posture: 'standing' as const } : lying,
    }));
    expect(signs({ checks })).toEqual([]);
  });

  it('is erratic when it spreads more than 1.6 times as much', () => {
    const SPREAD = 0.2 / Math.sqrt(14 / 13);
    const erratic = (times: number, on?: number[]) =>
      signs({ checks: heart((ago) => 4 + (isRecent(ago) ? (times * SPREAD * wave(ago)) / EVEN : 0.2 * wave(ago)), undefined, on) });
    expect(erratic(1.59)).toEqual([]);
    expect(erratic(1.61)).toEqual(['hrv-erratic']);
    expect(erratic(2, [...days(6, 13), ...days(14, 27)])).toEqual(['hrv-erratic']);
    expect(erratic(9, [...days(8, 13), ...BEFORE])).toEqual([]);
    expect(erratic(9, [...RECENT, ...days(14, 26)])).toEqual([]);
  });

  it('that was always the same is not erratic for a little spread', () => {
    expect(signs({ checks: heart((ago) => (isRecent(ago) ? 4 + 0.001 * wave(ago) : 4)) })).toEqual([]);
  });
});

describe('the resting heart rate', () => {
  const rising = (by: number, sd: number) =>
    signs({
      checks: heart(
        () => 4,
        (ago) => (isRecent(ago) ? 50 + by : 50 + sd * wave(ago)),
      ),
    });

  it('rises from more than half an SD on, and more than 2 bpm', () => {
    expect([1.99, 2.01].map((by) => rising(by, 1))).toEqual([[], ['resting-hr-rising']]);
    expect([3.99, 4.01].map((by) => rising(by, 8))).toEqual([[], ['resting-hr-rising']]);
    expect(rising(-9, 1)).toEqual([]);
  });
});

describe('answers', () => {
  it.each([
    ['mood', 'mood', -1, 'mood-falling'],
    ['sleep', 'sleepQuality', -1, 'sleep-falling'],
    ['energy', 'energy', -1, 'energy-falling'],
    ['soreness', 'soreness', 1, 'soreness-lasting'],
  ] as const)('%s: more than half a point and half an SD', (_, field, sign, found) => {
    /** Recently 3 but for some days that are a point worse; before 3, or 1 and 5. */
    const of = (worse: number, spread: boolean) =>
      signs({
        checkIns: said((ago) => ({ [field]: isRecent(ago) ? (ago < worse ? 3 + sign : 3) : spread ? (ago % 2 === 0 ? 1 : 5) : 3 })),
      });
    expect([of(7, false), of(8, false)]).toEqual([[], [found]]);
    // An SD of two: a point is half of it.
    expect(of(13, true)).toEqual([]);
    expect(signs({ checkIns: said((ago) => ({ [field]: isRecent(ago) ? 3 + 2 * sign : ago % 2 === 0 ? 1 : 5 })) })).toEqual([found]);
    expect(signs({ checkIns: said((ago) => ({ [field]: isRecent(ago) ? 3 - sign : 3 })) })).toEqual([]);
    // Answers that were not given are none.
    expect(signs({ checkIns: said((ago) => ({ [field]: ago > 6 && isRecent(ago) ? 3 + sign : isRecent(ago) ? null : 3 })) })).toEqual([
      found,
    ]);
    expect(signs({ checkIns: said((ago) => ({ [field]: ago > 7 && isRecent(ago) ? 3 + sign : isRecent(ago) ? null : 3 })) })).toEqual([]);
  });
});

describe('training', () => {
  const load = (daysAgo: number, monotony: number | null): DayLoad => ({
    day: addDays(TODAY, -daysAgo),
    score: 50,
    ctl: 50,
    atl: 50,
    tsb: 0,
    monotony,
    strain: null,
  });

  it('is monotonous above 2, as of yesterday', () => {
    expect([2, 2.01].map((monotony) => signs({ loads: [load(1, monotony)] }))).toEqual([[], ['monotony']]);
    expect(signs({ loads: [load(0, 9), load(2, 9), load(1, null)] })).toEqual([]);
  });

  /** An hour whose load by heart rate is `score`: an effort of 4.2 is a load of 60 an hour. */
  const run = (daysAgo: number, rpe: number | null, changes: Partial<ScoredActivity> = {}): ScoredActivity => ({
    sport: 'run',
    startMs: 0,
    day: addDays(TODAY, -daysAgo),
    movingTimeS: 3600,
    avgHrBpm: 140,
    rpe,
    kind: null,
    regions: [],
    score: 60,
    basis: 'heart-rate',
    ...changes,
  });
  const FOUR = [1, 2, 3, 4];
  const LONG_AGO = [20, 30, 40, 50];

  it('feels harder at the same heart rate from more than a fifth on', () => {
    const harder = (rpe: number) => signs({ activities: [...FOUR.map((ago) => run(ago, rpe)), ...LONG_AGO.map((ago) => run(ago, 5))] });
    expect([5.99, 6.01].map(harder)).toEqual([[], ['performance-falling']]);
    // Twice the heart rate's load for twice the time is the same.
    const long = FOUR.map((ago) => run(ago, 6.1, { movingTimeS: 7200, score: 120 }));
    expect(signs({ activities: [...long, ...LONG_AGO.map((ago) => run(ago, 5))] })).toEqual(['performance-falling']);
    const dearer = FOUR.map((ago) => run(ago, 6.1, { score: 70 }));
    expect(signs({ activities: [...dearer, ...LONG_AGO.map((ago) => run(ago, 5))] })).toEqual([]);
  });

  it('needs four sessions of either stretch, with effort and heart rate', () => {
    const of = (recent: readonly ScoredActivity[], before = LONG_AGO.map((ago) => run(ago, 5))) =>
      signs({ activities: [...recent, ...before] });
    const hard = FOUR.map((ago) => run(ago, 9));
    expect(of(hard)).toEqual(['performance-falling']);
    expect(of(hard.slice(1))).toEqual([]);
    expect(
      of(
        hard,
        [20, 30, 40].map((ago) => run(ago, 5)),
      ),
    ).toEqual([]);
    expect(of([...hard.slice(1), run(1, null)])).toEqual([]);
    expect(of([...hard.slice(1), run(1, 9, { basis: 'effort' })])).toEqual([]);
    expect(of([...hard.slice(1), run(1, 9, { score: 0 })])).toEqual([]);
    expect(of([...hard.slice(1), run(1, 9, { score: 1 })])).toEqual(['performance-falling']);
    expect(of([...hard.slice(1), run(14, 9)])).toEqual([]);
    expect(of([...hard.slice(1), run(13, 9)])).toEqual(['performance-falling']);
  });

  it('is slower at the bar three times of the last 14 days, and more often than not', () => {
    const bars = (slower: readonly number[], usual: readonly number[] = []) =>
      signs({ checkIns: [...said(() => ({ bar: 'slower' }), [...slower]), ...said(() => ({ bar: 'usual' }), [...usual])] });
    expect(bars([1, 5, 13])).toEqual(['performance-falling']);
    expect(bars([1, 5])).toEqual([]);
    expect(bars([1, 5, 14])).toEqual([]);
    expect(bars([1, 5, 9], [2, 3])).toEqual(['performance-falling']);
    expect(bars([1, 5, 9], [2, 3, 4])).toEqual([]);
    expect(bars([1, 5, 9], [20, 21, 22])).toEqual(['performance-falling']);
    expect(signs({ checkIns: said(() => ({ bar: null }), [1, 2, 3]) })).toEqual([]);
  });
});

describe('the level', () => {
  /** Signs that have stood for three weeks: worse for 21 days by so much that a week ago they were seen too. */
  const long = (ago: number) => ago < 21;
  const HRV = (ago: number) => (long(ago) ? 3.5 : 4 + 0.1 * wave(ago));
  const HR = (ago: number) => (long(ago) ? 60 : 50 + wave(ago));
  const level = (heartSigns: readonly ('hrv' | 'hr')[], answers: (ago: number) => Partial<DayCheckIn>, loads: DayLoad[] = []) =>
    watch({
      checks: heart(
        (ago) => (heartSigns.includes('hrv') ? HRV(ago) : 4 + 0.1 * wave(ago)),
        (ago) => (heartSigns.includes('hr') ? HR(ago) : 50 + wave(ago)),
        [...RECENT, ...BEFORE, ...days(74, 80)],
      ),
      checkIns: said(answers, [...RECENT, ...BEFORE, ...days(74, 80)]),
      loads,
    });
  const lower =
    (...fields: ('mood' | 'energy' | 'sleepQuality')[]) =>
    (ago: number) =>
      Object.fromEntries(fields.map((field) => [field, long(ago) ? 2 : 4])) as Partial<DayCheckIn>;
  const MONOTONY: DayLoad = { day: addDays(TODAY, -1), score: 50, ctl: 50, atl: 50, tsb: 0, monotony: 3, strain: null };

  it.each<[string, ReturnType<typeof level>, 'none' | 'watch' | 'warn', FatigueSign[]]>([
    ['one sign', level(['hrv'], () => ({})), 'none', ['hrv-falling']],
    ['two signs of two kinds', level(['hrv'], lower('mood')), 'watch', ['hrv-falling', 'mood-falling']],
    ['three of one kind', level([], lower('mood', 'energy', 'sleepQuality')), 'watch', ['mood-falling', 'sleep-falling', 'energy-falling']],
    ['three of two kinds', level(['hrv', 'hr'], lower('mood')), 'warn', ['hrv-falling', 'resting-hr-rising', 'mood-falling']],
    ['three of three kinds', level(['hrv'], lower('mood'), [MONOTONY]), 'warn', ['hrv-falling', 'mood-falling', 'monotony']],
    [
      'two that have stood and one of training',
      level([], lower('mood', 'energy'), [MONOTONY]),
      'warn',
      ['mood-falling', 'energy-falling', 'monotony'],
    ],
    [
      'one that has stood, and others since',
      level(['hrv'], (ago) => ({ mood: ago < 9 ? 1 : 4, energy: ago < 9 ? 1 : 4 })),
      'watch',
      ['hrv-falling', 'mood-falling', 'energy-falling'],
    ],
  ])('%s', (_, found, expected, list) => {
    expect(found).toEqual({ level: expected, signs: list });
  });

  it('three signs of the heart are one kind, and three of the answers', () => {
    const erratic = (ago: number) => (long(ago) ? 3.5 + 0.4 * wave(ago) : 4 + 0.1 * wave(ago));
    const on = [...RECENT, ...BEFORE, ...days(74, 80)];
    expect(watch({ checks: heart(erratic, HR, on) })).toEqual({
      level: 'watch',
      signs: ['hrv-falling', 'hrv-erratic', 'resting-hr-rising'],
    });
    const sore = (ago: number): Partial<DayCheckIn> => ({ ...lower('mood', 'energy')(ago), soreness: long(ago) ? 4 : 2 });
    expect(level([], sore)).toEqual({ level: 'watch', signs: ['mood-falling', 'soreness-lasting', 'energy-falling'] });
  });

  it('warns where two signs stood seven days ago', () => {
    const slow = (...on: number[]) => level(['hrv'], (ago) => ({ mood: ago < 9 ? 1 : 4, bar: on.includes(ago) ? 'slower' : null }));
    expect(slow(7, 8, 9)).toEqual({ level: 'warn', signs: ['hrv-falling', 'mood-falling', 'performance-falling'] });
    expect(slow(6, 8, 9).level).toBe('watch');
  });

  it('counts signs of heart, answers and training as three kinds', () => {
    const slow = (ago: number): Partial<DayCheckIn> => ({ bar: ago < 21 ? 'slower' : null });
    expect(level(['hrv', 'hr'], slow)).toEqual({ level: 'warn', signs: ['hrv-falling', 'resting-hr-rising', 'performance-falling'] });
    expect(level(['hrv'], slow, [MONOTONY])).toEqual({ level: 'warn', signs: ['hrv-falling', 'monotony', 'performance-falling'] });
  });
});
