import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { autonomicText, changeText, contributorText, fuelText, muscleText } from '../../../lib/i18n/words/readiness-words';
import { type DayCheckIn, type DayInput, judgeDay, watchFatigue } from '../../../lib/readiness';
import type { Activity, ScoredActivity } from '../../../lib/training';
import { speakEnglish } from '../../support/english';
import { loadsUntil, score } from '../../support/training';
import { morning, TODAY } from './mornings';

/** Weeks, hours, and the words for them (docs/readiness.md, "The three clocks"). */
const NOON = Date.parse(`${TODAY}T12:00:00Z`);
const wave = (i: number) => (i % 2 === 0 ? 1 : -1);

function answers(recent: Partial<DayCheckIn>, from: number): DayCheckIn[] {
  return Array.from({ length: 80 }, (_, i) => ({
    day: addDays(TODAY, -i),
    mood: i % 2 ? 4 : 3,
    energy: 4,
    sleepQuality: 4,
    soreness: 2,
    stress: 2,
    ...(i < from ? recent : {}),
  }));
}
const checks = (less: number, beats: number, from: number) =>
  Array.from({ length: 80 }, (_, i) => morning(i, 4 + 0.1 * wave(i) - (i < from ? less : 0), 50 + wave(i) + (i < from ? beats : 0)));
const watch = (input: Partial<Parameters<typeof watchFatigue>[0]>) =>
  watchFatigue({ day: TODAY, checks: [], checkIns: [], activities: [], loads: [], ...input });

describe('the fatigue watch', () => {
  it('sees nothing in usual weeks, or without data', () => {
    expect(watch({ checks: checks(0, 0, 0), checkIns: answers({}, 0) })).toEqual({ level: 'none', signs: [] });
    expect(watch({})).toEqual({ level: 'none', signs: [] });
  });

  it('reports nothing for one sign, and watch for two', () => {
    expect(watch({ checks: checks(0.2, 0, 14) })).toEqual({ level: 'none', signs: ['hrv-falling'] });
    expect(watch({ checks: checks(0.2, 4, 14) })).toMatchObject({ level: 'watch', signs: ['hrv-falling', 'resting-hr-rising'] });
  });

  it('warns for signs of three kinds that have lasted for weeks', () => {
    const lasting = { checks: checks(0.2, 4, 21), checkIns: answers({ mood: 2 }, 21) };
    expect(watch(lasting)).toMatchObject({ level: 'warn', signs: ['hrv-falling', 'resting-hr-rising', 'mood-falling'] });
    // Only the last five days, not weeks.
    expect(watch({ checks: checks(0.2, 4, 5), checkIns: answers({ mood: 1 }, 5) }).level).not.toBe('warn');
  });
});

const session = (hoursAgo: number, changes: Partial<Activity> = {}): ScoredActivity => {
  const startMs = NOON - (hoursAgo + 1) * 3_600_000;
  const day = new Date(startMs).toISOString().slice(0, 10);
  const run = { sport: 'run', startMs, day, movingTimeS: 3600, avgHrBpm: null, rpe: 7, kind: null, regions: ['quads'] } as const;
  const [scored] = score([{ ...run, ...changes }]);
  if (scored === undefined) throw new Error('one in, none out');
  return scored;
};
const judged = ({ activities = [], ...changes }: Partial<DayInput>) => {
  const loads = loadsUntil(activities, TODAY);
  return judgeDay({ day: TODAY, nowMs: NOON, checks: [], today: null, checkIns: [], activities, loads, massKg: 60, ...changes });
};

describe('the three clocks', () => {
  beforeEach(() => speakEnglish());

  it('fuel: about a day after an hour at threshold, with 5–7 g of carbohydrate per kg on that day', () => {
    const { clocks } = judged({ activities: [session(0)] });
    expect(clocks.fuel).toEqual({ hoursFrom: 18, hoursTo: 30, carbohydrateG: [300, 420], emptied: true });
    expect(fuelText(clocks)).toBe('About 18–30 hours, if you eat about 300–420 g of carbohydrate today.');
    expect(judged({ activities: [session(26)] }).clocks.fuel).toBeNull();
    expect(judged({ activities: [session(12)] }).clocks.fuel?.hoursTo).toBe(18);
  });

  it('muscles: up to three days after strength work, less each hour, and longer where sore', () => {
    const squats = { sport: 'strength', kind: 'size', rpe: 8 } as const;
    const bands = (hours: number, level?: 1 | 4) =>
      judged({
        activities: [session(hours, squats)],
        checkIns: level === undefined ? [] : [{ day: TODAY, sore: [{ region: 'quads', level }] }],
      }).clocks.muscles.map(({ hoursFrom, hoursTo }) => [hoursFrom, hoursTo]);
    expect(bands(0)).toEqual([[24, 72]]);
    expect(bands(30)).toEqual([[0, 48]]);
    expect(bands(80)).toEqual([]);
    expect(bands(60, 4)).toEqual([[24, 48]]);
    expect(bands(12, 1)).toEqual([[0, 60]]);
  });

  it('HRV in range never shortens the time of a sore region', () => {
    const sore = { activities: [session(20)], checkIns: [{ day: TODAY, sore: [{ region: 'quads', level: 4 }] }] as const };
    const history = Array.from({ length: 40 }, (_, i) => morning(i, 4 + 0.1 * wave(i)));
    const withHrv = judged({ ...sore, checks: history, today: morning(0, 4.05) });
    expect(withHrv.clocks.autonomic.state).toBe('usual');
    expect(withHrv.clocks.muscles).toEqual(judged(sore).clocks.muscles);
    expect(muscleText(withHrv.clocks.muscles[0] ?? { region: 'quads', hoursFrom: 0, hoursTo: 0, sore: null })).toBe(
      'About 24–48 hours, from the session and from soreness. You called it 4 of 5 sore.',
    );
    expect(autonomicText(withHrv.clocks)).toContain('in your usual range');
  });
});

describe('a planned session', () => {
  const planned = [{ sport: 'run', atMs: NOON + 3_600_000, minutes: 60, intensity: 'hard', day: TODAY } as const];

  it('fits a good day, is made easier or moved on an easy one, and is moved when ill', () => {
    const sessions = (said: Partial<DayCheckIn>) => judged({ planned, checkIns: [{ ...answers({}, 0)[0], day: TODAY, ...said }] }).sessions;
    expect(sessions({})[0]).toMatchObject({ advice: 'as-planned', easier: null });
    expect(sessions({ injured: true })[0]).toMatchObject({ advice: 'move' });
    expect(sessions({ soreness: 5 })[0]).toMatchObject({
      advice: 'easier',
      easier: { intensity: 'easy', minutes: 40 },
    });
    expect(sessions({ ill: true })[0]).toMatchObject({ advice: 'move', easier: null });
  });
});

describe('the budget', () => {
  const activities = Array.from({ length: 14 }, (_, i) => session(24 * (i + 1)));

  it.each([
    ['ill', { ill: true }],
    ['injured', { injured: true }],
    ['very sore', { soreness: 5 as const }],
  ])('is hidden when %s', (_, said) => {
    const at = (more: Partial<DayCheckIn>) =>
      judged({ activities, checkIns: answers({}, 0).map((one) => (one.day === TODAY ? { ...one, ...more } : one)) }).budget;
    expect(at({})?.score).toBeCloseTo(100, 6);
    expect(at(said)).toBeNull();
  });
});

describe('words', () => {
  beforeEach(() => speakEnglish());

  it('describe what would change the verdict', () => {
    expect(changeText({ name: 'hrv', aboveRmssdMs: 48, verdict: 'normal' })).toBe('RMSSD above 48 ms would make this normal.');
    expect(changeText({ name: 'soreness', atMost: 2, verdict: 'push' })).toBe('Soreness of 2 or less would make this a day for hard work.');
  });

  it('never show a contributor as a bare number', () => {
    const says = { code: 'hrv', rmssdMs: 41, lowMs: 54, highMs: 66, position: 'below' } as const;
    expect(contributorText({ name: 'hrv', direction: 'down', weight: -0.5, says })).toBe('RMSSD 41 ms is below your usual 54–66 ms.');
  });
});
