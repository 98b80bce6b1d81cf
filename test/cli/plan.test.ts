import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../lib/core/day';
import { rebound, reboundProcess } from '../support/rebound';

/** `rebound plan`, run as a process, as documented in README. */
const NOW = '2026-05-04T18:30:00+02:00';
const TODAY = '2026-05-04';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebound-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(scenario: unknown): string {
  const path = join(folder, 'scenario.json');
  writeFileSync(path, typeof scenario === 'string' ? scenario : JSON.stringify(scenario));
  return path;
}

async function plan(scenario: unknown) {
  const { stdout, stderr, status } = await rebound(folder, 'plan', written(scenario));
  return { stderr, status, document: stdout === '' ? null : JSON.parse(stdout) };
}

/** Mornings of 50 and 70 ms alternating, ending today. */
const checks = (today: number) =>
  Array.from({ length: 40 }, (_, i) => ({
    date: addDays(TODAY, -i),
    rmssdMs: i === 0 ? today : i % 2 === 0 ? 50 : 70,
    restingHrBpm: 49 + (i % 3),
    quality: 'good',
    device: 'chest',
    posture: 'lying',
    breathing: 'free',
  }));
const activities = Array.from({ length: 20 }, (_, i) => ({
  sport: 'run',
  start: `${addDays(TODAY, -2 * i - 1)}T17:00:00+02:00`,
  movingTimeS: 3600,
  avgHrBpm: 150,
  rpe: 5,
  kind: 'endurance',
  regions: ['quads'],
}));
const profile = { birthYear: 1990, sex: 'female', massKg: 60, hrMaxBpm: 188, hrRestBpm: 48, lthrBpm: 168 };

describe('rebound plan', () => {
  it('with only the time, prints null for everything unknown, as a process', () => {
    const { stdout, status, stderr } = reboundProcess(folder, 'plan', written({ now: NOW }));
    const document = JSON.parse(stdout);
    expect([status, stderr]).toEqual([0, '']);
    expect(Object.keys(document)).toEqual([
      'readiness',
      'load',
      'clocks',
      'fatigueWatch',
      'routine',
      'items',
      'optional',
      'excluded',
      'conflicts',
      'screening',
    ]);
    expect(document.readiness).toMatchObject({ verdict: 'learning', confidence: 'low', daysLearned: 0, contributors: [] });
    expect(Object.values(document.readiness.baseline)).toEqual([null, null, null, null, null, null]);
    expect(document.load).toMatchObject({ todayScore: 0, ctlScore: null, monotony: null, budgetScore: null });
    expect(document.clocks).toMatchObject({ autonomic: { state: 'unknown' }, muscles: [] });
    expect(document.fatigueWatch).toEqual({ level: 'none', signs: [] });
  });

  it('prints verdict, figures and sentences for a good day', async () => {
    const { document } = await plan({ now: NOW, timeZone: 'Europe/Berlin', profile, checks: checks(62), activities });
    expect(document.readiness).toMatchObject({ verdict: 'push', confidence: 'high', daysLearned: 40, rule: 'in-range' });
    expect(document.readiness.baseline.lnRmssdLow).toBeLessThan(Math.log(62));
    expect(document.load.budgetScore).toBeGreaterThan(0);
    expect(document.clocks.autonomic.state).toBe('usual');
    for (const { text, weight } of document.readiness.contributors) {
      expect(text).toMatch(/^\S.*\.$/);
      expect(Math.abs(weight)).toBeLessThanOrEqual(1);
    }
  });

  it('uses the first readable check of a day, and its last answers', async () => {
    const [first, ...before] = checks(62);
    const twice = [{ ...first, quality: 'poor', rmssdMs: 10 }, first, { ...first, rmssdMs: 20 }, ...before];
    const wellness = [
      { date: TODAY, ill: true },
      { date: TODAY, ill: false },
    ];
    const once = await plan({ now: NOW, profile, checks: checks(62), activities, wellness: wellness.slice(1) });
    const { document } = await plan({ now: NOW, profile, checks: twice, activities, wellness });
    expect(document).toEqual(once.document);
  });

  it('scores the time at each heart rate when it is given', async () => {
    const run = { ...activities[0], start: '2026-05-04T17:00:00+02:00' };
    const given = { now: NOW, profile, activities: [{ ...run, heartRateTimes: [{ bpm: 168, s: 3600 }] }] };
    expect((await plan(given)).document.load.todayScore).toBeCloseTo(100, 9);
  });

  it('after a hard run since the check, caps the day, fills the clocks, and hides the budget', async () => {
    const run = { ...activities[0], start: '2026-05-04T17:00:00+02:00', movingTimeS: 5400, avgHrBpm: 168, rpe: 8 };
    const { document } = await plan({ now: NOW, timeZone: 'Europe/Berlin', profile, checks: checks(62), activities: [...activities, run] });
    expect(document.readiness).toMatchObject({ verdict: 'easy', rule: 'hard-since-check' });
    // An hour and a half at threshold.
    expect(document.load.todayScore).toBeCloseTo(150, 6);
    expect(document.load.budgetScore).toBeNull();
    expect(document.clocks.fuel).toMatchObject({ hoursFrom: 18, hoursTo: 30 });
    expect(document.clocks.muscles[0]).toMatchObject({ region: 'quads', hoursFrom: 24, hoursTo: 48 });
  });

  it('uses the days of the zone, or of the offset of now', async () => {
    const late = async (now: string, timeZone?: string) => {
      const run = { start: '2026-05-03T22:30:00Z', movingTimeS: 3600, rpe: 7 };
      return (await plan({ now, ...(timeZone ? { timeZone } : {}), activities: [run] })).document.load.todayScore;
    };
    // Half past midnight in Berlin, half past ten the evening before in London's winter time.
    expect(await late('2026-05-04T06:00:00Z', 'Europe/Berlin')).toBeCloseTo(100, 6);
    expect(await late('2026-05-04T06:00:00+02:00')).toBeCloseTo(100, 6);
    expect(await late('2026-05-04T06:00:00Z')).toBe(0);
  });

  it.each([
    ['no JSON', '{', /is no JSON/],
    ['no now', {}, /now/],
    ['a time without an offset', { now: '2026-05-04T18:30' }, /now: .*no time with an offset/],
    ['a zone that is none', { now: NOW, timeZone: 'Mars' }, /timeZone: .*Mars.*no time zone/],
    ['a day that is none', { now: NOW, checks: [{ date: '2026-02-30', rmssdMs: 50 }] }, /checks\.0\.date: .*no day/],
    ['a scale out of range', { now: NOW, wellness: [{ date: TODAY, mood: 9 }] }, /wellness\.0\.mood: 9 is none of 1, 2, 3, 4, 5/],
    ['a field that is not there', { now: NOW, cheks: [] }, /cheks/],
    ['a figure that is text', { now: NOW, profile: { massKg: 'heavy' } }, /profile\.massKg: .*no number/],
  ])('%s: prints one line that says what to do, exit code 2', async (_, scenario, says) => {
    const { stderr, status, document } = await plan(scenario);
    expect([document, status, stderr.trim().split('\n').length]).toEqual([null, 2, 1]);
    expect(stderr).toMatch(says);
  });
});
