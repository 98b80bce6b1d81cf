import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { type FatigueInput, watchFatigue } from '../../../lib/readiness/fatigue-watch';
import type { CheckSeries, DayCheck, DayCheckIn, FatigueSign } from '../../../lib/readiness/types';
import type { DayLoad, ScoredActivity } from '../../../lib/training';
import { meanSd, morning, TODAY } from './mornings';

/** docs/readiness.md, "The fatigue watch": the last 14 days, the latest counting most, against the 60 before, each sign at its threshold. */

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

  it('falls from more than three quarters of an SD on', () => {
    expect(meanSd(BEFORE.map(wave)).sd).toBeCloseTo(1, 12);
    expect(falling(0.151)).toEqual(['hrv-falling']);
    expect(falling(0.149)).toEqual([]);
    expect(falling(-0.5)).toEqual([]);
  });

  it('of the last days counts e times more than that of five days before', () => {
    // Two SDs down on the last n days, at usual before: the weights of these days must be three eighths of all.
    const weight = (from: number, to: number) => days(from, to).reduce((sum, ago) => sum + Math.exp(-ago / 5), 0);
    for (const n of days(1, 6)) {
      const found = signs({ checks: heart((ago) => (ago < n ? 3.6 : isRecent(ago) ? 4 : 4 + 0.2 * wave(ago))) });
      expect(found.includes('hrv-falling')).toBe((2 * weight(0, n - 1)) / weight(0, 13) > 0.75);
    }
  });

  it('of one morning counts as two SDs at most', () => {
    const one = (ln: number) => signs({ checks: heart((ago) => (ago === 0 ? ln : isRecent(ago) ? 3.9 : 4 + 0.2 * wave(ago))) });
    expect([3.6, 1].map(one).map((found) => found.includes('hrv-falling'))).toEqual([true, true]);
    const first = (ln: number) => signs({ checks: heart((ago) => (ago === 0 ? ln : isRecent(ago) ? 3.95 : 4 + 0.2 * wave(ago))) });
    expect([3.6, 1].map(first).map((found) => found.includes('hrv-falling'))).toEqual([false, false]);
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
    const checks = heart((ago) => (isRecent(ago) ? 3.82 : ago === 40 ? 40 : 4 + 0.2 * wave(ago)));
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

  it('rises from more than three quarters of an SD on, and more than 1.5 bpm', () => {
    expect([1.49, 1.51].map((by) => rising(by, 1))).toEqual([[], ['resting-hr-rising']]);
    expect([5.99, 6.01].map((by) => rising(by, 8))).toEqual([[], ['resting-hr-rising']]);
    expect(rising(-9, 1)).toEqual([]);
  });

  it('is very low beside an HRV that is high or erratic', () => {
    const low = (ln: (ago: number) => number) => signs({ checks: heart(ln, (ago) => (isRecent(ago) ? 47 : 50 + 2 * wave(ago))) });
    expect(low((ago) => 4 + 0.2 * wave(ago))).toEqual([]);
    expect(low((ago) => 4 + (isRecent(ago) ? 0.1 : 0.2 * wave(ago)))).toEqual(['resting-hr-very-low']);
    expect(low((ago) => 4 + (isRecent(ago) ? 0.07 : 0.2 * wave(ago)))).toEqual([]);
    expect(low((ago) => 4 + (isRecent(ago) ? 2 : 1) * 0.2 * wave(ago))).toEqual(['hrv-erratic', 'resting-hr-very-low']);
  });
});

describe('answers', () => {
  it.each([
    ['mood', 'mood', -1, 'mood-falling'],
    ['sleep', 'sleepQuality', -1, 'sleep-falling'],
    ['energy', 'energy', -1, 'energy-falling'],
    ['soreness', 'soreness', 1, 'soreness-lasting'],
  ] as const)('%s: more than 0.4 points and three quarters of an SD', (_, field, sign, found) => {
    const of = (worse: number, before: (ago: number) => number, on = [...RECENT, ...BEFORE]) =>
      signs({ checkIns: said((ago) => ({ [field]: isRecent(ago) ? 3 + sign * worse : before(ago) }), on) });
    const steady = () => 3;
    // Who always answers the same has an SD of half a point.
    expect([0.39, 0.41].map((worse) => of(worse, steady))).toEqual([[], [found]]);
    // An SD of two.
    const spread = (ago: number) => 3 + 2 * wave(ago);
    expect([1.49, 1.51].map((worse) => of(worse, spread))).toEqual([[], [found]]);
    expect(of(-1, steady)).toEqual([]);
    expect([7, 6].map((answers) => of(1, steady, [...days(0, answers - 1), ...BEFORE]))).toEqual([[found], []]);
    // Answers that were not given are none.
    expect(signs({ checkIns: said((ago) => ({ [field]: isRecent(ago) ? null : 3 })) })).toEqual([]);
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
  /** The last week, yesterday first; a day without a score is a day off. */
  const week = (scores: readonly number[], changes: Partial<ScoredActivity> = {}, monotony: number | null = 3) => ({
    loads: [load(1, monotony)],
    activities: scores.flatMap((score, i) => (score === 0 ? [] : [run(i + 1, null, { score, ...changes })])),
  });

  it('is monotonous where the mean of a week is above twice its SD', () => {
    // Mean 50, SD 25 at a spread of 23.1 (n − 1).
    const spread = (by: number) => [50 - by, 50 + by, 50 - by, 50 + by, 50 - by, 50 + by, 50];
    expect([25.1, 24.9].map((sd) => signs(week(spread(sd))))).toEqual([[], ['monotony']]);
    expect(signs(week([60, 0, 60, 0, 60, 0, 60]))).toEqual([]);
    // In the first week of training nothing is known.
    expect(signs(week(spread(0), {}, null))).toEqual([]);
  });

  it('is not monotonous for a walk every day', () => {
    const same = [30, 30, 30, 30, 30, 30, 30];
    expect(signs(week(same, { sport: 'walk' }))).toEqual([]);
    expect(signs(week(same, { sport: 'run' }))).toEqual(['monotony']);
    const between = week([80, 0, 60, 0, 90, 0, 0]);
    expect(signs({ ...between, activities: [...between.activities, ...week(same, { sport: 'walk' }).activities] })).toEqual([]);
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
    expect(of([...hard.slice(1), run(10, 9)])).toEqual([]);
    expect(of([...hard.slice(1), run(9, 9)])).toEqual(['performance-falling']);
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
  const ALL = [...RECENT, ...BEFORE, ...days(74, 80)];
  const HRV = (ago: number) => (long(ago) ? 3.5 : 4 + 0.1 * wave(ago));
  const HR = (ago: number) => (long(ago) ? 60 : 50 + wave(ago));
  const SLOW: Partial<DayCheckIn> = { bar: 'slower' };
  const level = (heartSigns: readonly ('hrv' | 'hr')[], answers: (ago: number) => Partial<DayCheckIn>) =>
    watch({
      checks: heart(
        (ago) => (heartSigns.includes('hrv') ? HRV(ago) : 4 + 0.1 * wave(ago)),
        (ago) => (heartSigns.includes('hr') ? HR(ago) : 50 + wave(ago)),
        ALL,
      ),
      checkIns: said(answers, ALL),
    });
  const lower =
    (...fields: ('mood' | 'energy' | 'sleepQuality')[]) =>
    (ago: number) =>
      Object.fromEntries(fields.map((field) => [field, long(ago) ? 2 : 4])) as Partial<DayCheckIn>;
  const slower = (ago: number) => (long(ago) ? SLOW : {});

  it.each<[string, ReturnType<typeof level>, 'none' | 'watch' | 'warn', FatigueSign[]]>([
    ['one sign', level(['hrv'], () => ({})), 'none', ['hrv-falling']],
    ['two signs of two kinds', level(['hrv'], lower('mood')), 'watch', ['hrv-falling', 'mood-falling']],
    ['three of one kind', level([], lower('mood', 'energy', 'sleepQuality')), 'watch', ['mood-falling', 'sleep-falling', 'energy-falling']],
    ['three of two kinds', level(['hrv', 'hr'], lower('mood')), 'warn', ['hrv-falling', 'resting-hr-rising', 'mood-falling']],
    // Altitude, heat and worries disturb heart and sleep alike.
    ['heart and sleep', level(['hrv', 'hr'], lower('sleepQuality')), 'watch', ['hrv-falling', 'resting-hr-rising', 'sleep-falling']],
    ['heart and training', level(['hrv', 'hr'], slower), 'warn', ['hrv-falling', 'resting-hr-rising', 'performance-falling']],
    [
      'answers and training',
      level([], (ago) => ({ ...lower('mood', 'energy')(ago), ...slower(ago) })),
      'warn',
      ['mood-falling', 'energy-falling', 'performance-falling'],
    ],
    [
      'one that has stood, and others since',
      level(['hrv'], (ago) => ({ mood: ago < 6 ? 1 : 4, energy: ago < 6 ? 1 : 4 })),
      'watch',
      ['hrv-falling', 'mood-falling', 'energy-falling'],
    ],
  ])('%s', (_, found, expected, list) => {
    expect(found).toEqual({ level: expected, signs: list });
  });

  it('three signs of the heart are one kind, and three of the answers', () => {
    const erratic = (ago: number) => (long(ago) ? 3.5 + 0.4 * wave(ago) : 4 + 0.1 * wave(ago));
    expect(watch({ checks: heart(erratic, HR, ALL) })).toEqual({
      level: 'watch',
      signs: ['hrv-falling', 'hrv-erratic', 'resting-hr-rising'],
    });
    const sore = (ago: number): Partial<DayCheckIn> => ({ ...lower('mood', 'energy')(ago), soreness: long(ago) ? 4 : 2 });
    expect(level([], sore)).toEqual({ level: 'watch', signs: ['mood-falling', 'soreness-lasting', 'energy-falling'] });
  });

  it('warns where two signs stood seven days ago', () => {
    const slow = (...on: number[]) => level(['hrv'], (ago) => ({ mood: ago < 6 ? 1 : 4, bar: on.includes(ago) ? 'slower' : null }));
    expect(slow(7, 8, 9)).toEqual({ level: 'warn', signs: ['hrv-falling', 'mood-falling', 'performance-falling'] });
    expect(slow(6, 8, 9).level).toBe('watch');
  });

  describe('what explains the signs otherwise', () => {
    const off = (ago: number) => ({ ...lower('mood')(ago) });
    const heartOff = heart(HRV, HR, ALL);
    const of = (answers: (ago: number) => Partial<DayCheckIn>, more: Partial<FatigueInput> = {}) =>
      watch({ checks: heartOff, checkIns: said(answers, ALL), ...more });

    it('is silent on ill days and on the way back, and does not count them later', () => {
      const ill = (from: number, to: number) => (ago: number) => ({ ...off(ago), ill: ago >= from && ago <= to });
      expect(of(off).level).toBe('warn');
      expect(of(ill(0, 5))).toEqual({ level: 'none', signs: [] });
      // Six ill days, six days of the way back.
      expect([6, 7].map((last) => of(ill(last, last + 5)).level)).toEqual(['none', 'none']);
      // Two weeks of illness and the week after it: nothing of the last three weeks is left.
      expect(of(ill(8, 21)).signs).toEqual([]);
    });

    it('leaves out heart and sleep while travel or altitude explains them', () => {
      const high = (ago: number) => ({ ...lower('sleepQuality', 'mood')(ago), tags: ago < 21 ? ['altitude'] : [] });
      expect(of(high).signs).toEqual(['mood-falling']);
      const zones = ALL.map((ago) => ({ day: addDays(TODAY, -ago), offsetMin: ago < 6 ? 480 : 0 }));
      const checks = heart((ago) => (ago < 6 ? 3 : 4 + 0.1 * wave(ago)), undefined, ALL);
      expect(of(() => ({}), { checks }).signs).toEqual(['hrv-falling', 'hrv-erratic']);
      expect(of(() => ({}), { checks, zones }).signs).toEqual([]);
    });

    it('finds no imbalance where training has almost stopped', () => {
      const day = (ago: number, score: number): DayLoad => ({
        day: addDays(TODAY, -ago),
        score,
        ctl: 50,
        atl: 50,
        tsb: 0,
        monotony: null,
        strain: null,
      });
      const loads = (recent: number) => days(1, 74).map((ago) => day(ago, ago <= 14 ? recent : 60));
      expect([19, 21].map((recent) => of(off, { loads: loads(recent) }).level)).toEqual(['none', 'warn']);
    });
  });
});
