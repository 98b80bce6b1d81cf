import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { type DayInput, judgeDay } from '../../../lib/readiness/judge-day';
import type { DayCheckIn } from '../../../lib/readiness/types';
import type { DayLoad, ScoredActivity } from '../../../lib/training';
import { alternating, morning, TODAY } from './mornings';

const NOON = Date.parse(`${TODAY}T12:00:00Z`);
/** Loads of 10, 20, 30 and 40 in turn over four weeks, and the runs of an hour that they are of. */
const SCORES = Array.from({ length: 28 }, (_, i) => ({ day: addDays(TODAY, i - 28), score: 10 * (1 + (i % 4)) }));
const load = ({ day, score }: { day: string; score: number }, changes: Partial<DayLoad> = {}): DayLoad => ({
  day,
  score,
  ctl: 25,
  atl: 25,
  tsb: 0,
  monotony: null,
  strain: null,
  ...changes,
});
const LOADS = SCORES.map((one) => load(one));
const RUNS = SCORES.map(
  ({ day, score }): ScoredActivity => ({
    sport: 'run',
    startMs: Date.parse(`${day}T17:00:00Z`),
    day,
    movingTimeS: 3600,
    avgHrBpm: null,
    rpe: 3,
    kind: null,
    regions: [],
    score,
    basis: 'effort',
  }),
);
const judge = (changes: Partial<DayInput> = {}) =>
  judgeDay({
    day: TODAY,
    nowMs: NOON,
    checks: alternating(60),
    today: morning(0, 4.1),
    checkIns: [],
    activities: RUNS,
    loads: LOADS,
    massKg: null,
    ...changes,
  });
const answers = (count: number, today: Partial<DayCheckIn> = {}): DayCheckIn[] => [
  ...Array.from({ length: count }, (_, i) => ({ day: addDays(TODAY, -1 - i), mood: 3 as const, energy: 3 as const, stress: 3 as const })),
  { day: TODAY, mood: 3, energy: 3, stress: 3, ...today },
];

describe('the budget', () => {
  it('is the upper quartile of the training days for a day to push, and the median for one as planned', () => {
    expect([judge().readiness.verdict, judge().budget?.score]).toEqual(['push', 32.5]);
    const normal = judge({ today: morning(0, 3.95) });
    expect([normal.readiness.verdict, normal.budget?.score]).toEqual(['normal', 25]);
  });

  it.each([
    ['easy', { today: morning(0, 3.2) }],
    ['rest', { ticked: ['fever'] }],
    ['learning', { checks: [] }],
  ] satisfies [string, Partial<DayInput>][])('is hidden on a day that is %s', (verdict, changes) => {
    const { readiness, budget } = judge(changes);
    expect([readiness.verdict, budget]).toEqual([verdict, null]);
  });

  it('is hidden at low confidence, not at medium', () => {
    const alone = (count: number) => judge({ today: null, checkIns: answers(count) });
    expect([alone(13).readiness, alone(14).readiness]).toMatchObject([
      { verdict: 'normal', confidence: 'low' },
      { verdict: 'normal', confidence: 'medium' },
    ]);
    expect([alone(13).budget, alone(14).budget?.score]).toEqual([null, 25]);
  });
});

describe('a day', () => {
  it('has the load of today, and judges the morning by the load before it', () => {
    const loads = [...LOADS, load({ day: TODAY, score: 90 }, { ctl: 30, atl: 60 })];
    const { load: now, readiness } = judge({ loads });
    expect(now).toMatchObject({ todayScore: 90, ctl: 30, atl: 60 });
    expect(readiness.contributors.find(({ name }) => name === 'load')?.says).toEqual({ code: 'load', ctl: 25, atl: 25 });
  });

  it('has no check unless told that there is one that cannot be read', () => {
    expect(judge({ today: null }).readiness.rule).toBe('no-check');
    expect(judge({ today: null, unreadable: true }).readiness.rule).toBe('unreadable');
  });

  it('has the soreness of this morning in its clocks', () => {
    const sore = { sore: [{ region: 'quads', level: 5 }] } as const;
    const [yesterday, today] = [-1, 0].map((ago) => judge({ activities: [], checkIns: [{ day: addDays(TODAY, ago), ...sore }] }));
    expect(yesterday?.clocks.muscles).toEqual([]);
    expect(today?.clocks.muscles).toEqual([{ region: 'quads', hoursFrom: 36, hoursTo: 72, sore: 5 }]);
  });

  it('has the grams of the body mass, the advice for sessions, the changes and the width that was chosen', () => {
    const [first] = RUNS;
    if (first === undefined) throw new Error('no run');
    const hard = { ...first, day: TODAY, startMs: NOON - 2 * 3_600_000, rpe: 9, score: 100 };
    const { clocks, readiness } = judge({ massKg: 60, activities: [...RUNS, hard], checkedAtMs: NOON - 3 * 3_600_000 });
    expect(clocks.fuel?.carbohydrateG).toEqual([300, 420]);
    expect(readiness).toMatchObject({ verdict: 'easy', rule: 'hard-since-check' });
    expect(judge({ activities: [...RUNS, hard], checkedAtMs: NOON }).readiness.verdict).toBe('push');
    const session = { sport: 'run', atMs: NOON + 1, minutes: 60, intensity: 'hard', day: TODAY } as const;
    expect(judge({ planned: [session], today: morning(0, 3.2) }).sessions).toMatchObject([{ advice: 'easier' }]);
    expect(judge({ today: morning(0, 3.2) }).changes).toMatchObject([{ name: 'hrv' }]);
    expect(judge({ today: morning(0, 3.7), widthSd: 2 }).readiness.day?.position).toBe('within');
    expect(judge({ events: [{ kind: 'race', atMs: 0, day: addDays(TODAY, 1) }] }).readiness.rule).toBe('race-tomorrow');
  });
});
