import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { type DayCheckIn, judgeReadiness, type ReadinessInput, type Score, type Verdict, wouldChange } from '../../../lib/readiness';
import type { ScoredActivity } from '../../../lib/training';
import { score } from '../../support/training';
import { alternating, morning, someMornings, TODAY } from './mornings';

/** Which sign outweighs which (docs/readiness.md). A good morning: upper half of the range, everything as usual. */
const USUAL: DayCheckIn = { day: TODAY, sleepHours: 7.5, sleepQuality: 4, soreness: 2, energy: 4, mood: 4, stress: 2 };
const BEFORE: DayCheckIn[] = Array.from({ length: 40 }, (_, i) => ({
  ...USUAL,
  day: addDays(TODAY, -1 - i),
  energy: i % 2 ? 4 : 3,
  mood: i % 3 ? 4 : 3,
  stress: i % 2 ? 2 : 3,
}));
const good: ReadinessInput = { day: TODAY, checks: alternating(60), today: morning(0, 4.1), checkIns: [...BEFORE, USUAL] };
const said = (answers: Partial<DayCheckIn>, input = good) => ({ ...input, checkIns: [...BEFORE, { ...USUAL, ...answers }] });
const START = Date.parse(`${TODAY}T17:00:00Z`);
const lifted = (daysAgo: number): ScoredActivity[] =>
  score([
    {
      sport: 'strength',
      startMs: START - daysAgo * 86_400_000,
      day: addDays(TODAY, -daysAgo),
      movingTimeS: 3600,
      avgHrBpm: null,
      rpe: 7,
      kind: 'size',
      regions: ['quads'],
    },
  ]);

describe('what comes before good numbers', () => {
  it('is nothing on a good morning', () => {
    expect(judgeReadiness(good)).toMatchObject({ verdict: 'push', rule: 'in-range', confidence: 'high', morning: null });
  });

  it.each([
    ['illness', { ill: true }, 'rest', 'ill'],
    ['injury', { injured: true }, 'easy', 'injured'],
    ['pain that came suddenly', { pain: [{ region: 'calves', level: 3, signs: ['sudden'] }] }, 'easy', 'injured'],
    ['strong pain', { pain: [{ region: 'knees', level: 8, signs: [] }] }, 'easy', 'injured'],
    ['a region that is very sore', { sore: [{ region: 'quads', level: 5 }] }, 'easy', 'very-sore'],
  ] as const)('%s', (_, answers, verdict, rule) => {
    expect(judgeReadiness(said(answers))).toMatchObject({ verdict, rule });
  });

  it('slight pain without a sign is not an injury', () => {
    expect(judgeReadiness(said({ pain: [{ region: 'calves', level: 2, signs: [] }] })).rule).toBe('in-range');
  });

  it('illness is named as the strongest contributor, also while learning', () => {
    expect(judgeReadiness(said({ ill: true })).contributors[0]).toMatchObject({ name: 'illness', direction: 'down', weight: -1 });
    expect(judgeReadiness({ day: TODAY, checks: [], today: null, checkIns: [{ day: TODAY, ill: true }] }).verdict).toBe('rest');
  });

  it('weeks of fatigue limit the day to easy', () => {
    const fatigue = { level: 'warn', signs: ['hrv-falling', 'mood-falling', 'monotony'] } as const;
    expect(judgeReadiness({ ...good, fatigue })).toMatchObject({ verdict: 'easy', rule: 'fatigue-warning' });
    expect(judgeReadiness({ ...good, fatigue: { ...fatigue, level: 'watch' } }).verdict).toBe('push');
  });
});

describe('after strength work', () => {
  it('a sore region limits the day for three days, and HRV in range does not change that', () => {
    const sore = { sore: [{ region: 'quads', level: 4 }] } as const;
    for (const days of [1, 2, 3]) {
      expect(judgeReadiness({ ...said(sore), activities: lifted(days) })).toMatchObject({ verdict: 'easy', rule: 'sore-after-strength' });
    }
    expect(judgeReadiness({ ...said(sore), activities: lifted(4) }).rule).not.toBe('sore-after-strength');
    expect(judgeReadiness({ ...said({ sore: [{ region: 'quads', level: 3 }] }), activities: lifted(2) }).verdict).toBe('normal');
  });

  it('a slower bar comes before HRV in range, a good bar before HRV below it', () => {
    expect(judgeReadiness({ ...said({ bar: 'slower' }), activities: lifted(2) })).toMatchObject({ verdict: 'easy', rule: 'bar-slower' });
    const low = { ...good, today: morning(0, 3.4) };
    expect(judgeReadiness({ ...said({ bar: 'usual', energy: 3 }, low), activities: lifted(2) })).toMatchObject({ rule: 'muscles-outrank' });
  });
});

describe('what was done since', () => {
  const run = (startMs: number, rpe: number | null, minutes = 60): ScoredActivity[] =>
    score([{ sport: 'run', startMs, day: TODAY, movingTimeS: minutes * 60, avgHrBpm: null, rpe, kind: null, regions: [] }]);

  it('a hard workout limits the rest of the day, and the morning’s verdict is still shown', () => {
    const readiness = judgeReadiness({ ...good, activities: run(START, 8), checkedAtMs: START - 3_600_000 });
    expect(readiness).toMatchObject({ verdict: 'easy', rule: 'hard-since-check', morning: { verdict: 'push', rule: 'in-range' } });
    // 60 min · 8 ÷ 420 · 100 (docs/readiness.md).
    expect(readiness.doneSince).toBeCloseTo(114.29, 2);
  });

  it('an easy one does not, and neither does one before the check', () => {
    expect(judgeReadiness({ ...good, activities: run(START, 2, 30) }).verdict).toBe('push');
    expect(judgeReadiness({ ...good, activities: run(START - 7_200_000, 8), checkedAtMs: START }).verdict).toBe('push');
  });

  it('never improves a day of rest', () => {
    expect(judgeReadiness({ ...said({ ill: true }), activities: run(START, 8) }).verdict).toBe('rest');
  });
});

describe('answers without a check', () => {
  const alone = (answers: Partial<DayCheckIn>, before = BEFORE): ReadinessInput => ({
    day: TODAY,
    checks: [],
    today: null,
    checkIns: [...before, { ...USUAL, ...answers }],
  });

  it('give a verdict that is less sure', () => {
    expect(judgeReadiness(alone({ stress: 3 }))).toMatchObject({ rule: 'felt-usual', verdict: 'normal', confidence: 'medium', day: null });
    expect(judgeReadiness(alone({}, [])).confidence).toBe('low');
    expect(judgeReadiness(alone({ energy: 1, mood: 1, sleepQuality: 1, soreness: 4, stress: 5 }))).toMatchObject({ verdict: 'rest' });
  });

  it('one answer is too few, and nothing improves the verdict before the user’s usual answers are known', () => {
    expect(judgeReadiness({ day: TODAY, checks: [], today: null, checkIns: [{ day: TODAY, mood: 3 }] }).verdict).toBe('learning');
    expect(judgeReadiness(alone({ energy: 5, mood: 5, sleepQuality: 5, soreness: 1, stress: 1 }, [])).verdict).toBe('normal');
  });

  it('can only lower the verdict while HRV is being learned', () => {
    const learning = (answers: Partial<DayCheckIn>) => judgeReadiness({ ...alone(answers), today: morning(0, 4), checks: alternating(3) });
    expect(learning({}).verdict).toBe('learning');
    expect(learning({ energy: 1, mood: 1, stress: 5 }).verdict).not.toBe('learning');
  });
});

const RANK: Readonly<Record<Verdict, number>> = { learning: -1, rest: 0, easy: 1, normal: 2, push: 3 };

describe('what would change it', () => {
  it('names an RMSSD from which the verdict is better, and it is', () => {
    const low = { ...good, today: morning(0, 3.4), checkIns: [] };
    const [change] = wouldChange(low);
    if (change?.name !== 'hrv') throw new Error('no HRV to change');
    // Two and a half SDs below the mean, e^(4 − 2.5 · 0.2017) = 33.0 ms, are an easy day by themselves.
    expect(change).toMatchObject({ aboveRmssdMs: 33, verdict: 'normal' });
    expect(judgeReadiness({ ...low, today: morning(0, Math.log(33.01)) }).verdict).toBe('normal');
    expect(judgeReadiness({ ...low, today: morning(0, Math.log(32.9)) }).verdict).toBe('easy');
  });

  it('is empty for the best verdict and for illness', () => {
    expect(wouldChange(good)).toEqual([]);
    expect(wouldChange(said({ ill: true }))).toEqual([]);
  });

  it('names only verdicts that better answers would give while HRV is being learned', () => {
    const learning = (answers: Partial<DayCheckIn>) => ({ ...said(answers), checks: alternating(3), today: morning(0, 4) });
    const low = learning({ energy: 2, mood: 3, stress: 3 });
    expect(judgeReadiness(low)).toMatchObject({ verdict: 'easy', rule: 'felt-low' });
    // With better answers the verdict would be learning, which is not better.
    expect(judgeReadiness(learning({ energy: 4, mood: 3, stress: 3 })).verdict).toBe('learning');
    expect(wouldChange(low)).toEqual([]);
  });

  it('property: each named change has its effect', () => {
    const score = fc.integer({ min: 1, max: 5 }) as fc.Arbitrary<Score>;
    const answers = fc.record({ energy: score, mood: score, stress: score, soreness: score, sleepQuality: score });
    const cases = fc.record({ seed: fc.integer({ min: 1, max: 1e6 }), ln: fc.double({ min: 3, max: 5, noNaN: true }), answers });
    fc.assert(
      fc.property(cases, ({ seed, ln, answers: today }) => {
        const input: ReadinessInput = {
          day: TODAY,
          checks: someMornings(seed, 60, 1),
          today: morning(0, ln, 54),
          checkIns: [...BEFORE, { day: TODAY, ...today }],
        };
        const now = judgeReadiness(input);
        for (const change of wouldChange(input)) {
          const other = judgeReadiness(changed(input, change, today));
          expect(other.verdict).toBe(change.verdict);
          expect(RANK[other.verdict]).toBeGreaterThan(RANK[now.verdict]);
        }
      }),
    );
  });
});

function changed(input: ReadinessInput, change: ReturnType<typeof wouldChange>[number], answers: Partial<DayCheckIn>): ReadinessInput {
  const { today } = input;
  if (today === null) throw new Error('no check');
  const say = (more: Partial<DayCheckIn>) => ({ ...input, checkIns: [...BEFORE, { day: TODAY, ...answers, ...more }] });
  switch (change.name) {
    case 'hrv':
      return { ...input, today: { ...today, lnRmssd: Math.log(change.aboveRmssdMs) } };
    case 'resting-hr':
      return { ...input, today: { ...today, hrBpm: change.belowBpm } };
    case 'soreness':
    case 'stress':
      return say({ [change.name]: change.atMost });
    default:
      return say({ [change.name === 'sleep' ? 'sleepQuality' : change.name]: change.atLeast });
  }
}

describe('properties', () => {
  const score = fc.option(fc.integer({ min: 1, max: 5 }) as fc.Arbitrary<Score>, { nil: null });
  const answers = fc.record({
    energy: score,
    mood: score,
    stress: score,
    soreness: score,
    sleepQuality: score,
    ill: fc.boolean(),
    injured: fc.boolean(),
  });

  it('the same input gives the same verdict, weights are in −1 … 1, and no contributor is named twice', () => {
    fc.assert(
      fc.property(answers, fc.double({ min: 2, max: 6, noNaN: true }), (today, ln) => {
        const input = { ...said(today), today: morning(0, ln) };
        const one = judgeReadiness(input);
        expect(judgeReadiness(input)).toEqual(one);
        expect(new Set(one.contributors.map(({ name }) => name)).size).toBe(one.contributors.length);
        for (const { weight, direction } of one.contributors) {
          expect(Math.abs(weight)).toBeLessThanOrEqual(1);
          expect(direction).toBe(Math.abs(weight) < 0.1 ? 'neutral' : weight > 0 ? 'up' : 'down');
        }
        if (today.ill) expect(one.verdict).toBe('rest');
        if (today.injured) expect(RANK[one.verdict]).toBeLessThanOrEqual(RANK.easy);
      }),
    );
  });

  it('worse answers never improve a verdict', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 3.5, max: 4.5, noNaN: true }),
        (a, b, ln) => {
          const of = (energy: number) => RANK[judgeReadiness({ ...said({ energy: energy as Score }), today: morning(0, ln) }).verdict];
          expect(of(Math.min(a, b))).toBeLessThanOrEqual(of(Math.max(a, b)));
        },
      ),
    );
  });
});
