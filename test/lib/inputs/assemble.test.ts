import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { assembleInputs, type InputRows, spanMargins } from '../../../lib/inputs/assemble';
import { listDone } from '../../../lib/inputs/list-done';
import { findRestingHeartRates } from '../../../lib/inputs/resting-heart-rate';
import { type ActivityRow, scoreActivities } from '../../../lib/inputs/score-activities';
import type { DayCheck } from '../../../lib/readiness';
import type { MorningCheck } from '../../../lib/readiness/mornings';
import type { SessionRecord, StoredLogEntry } from '../../../lib/storage';
import { BLANK_PROFILE } from '../../../lib/training';
import { aRow } from '../../support/rows';

/** From rows to what happened, without a database. */

const TODAY = '2026-05-04';
const NOW = Date.parse(`${TODAY}T20:00:00Z`);
const ago = (days: number) => addDays(TODAY, -days);
const morning = (daysAgo: number, hrBpm: number | null = 50, changes: Partial<DayCheck> = {}): DayCheck => ({
  day: ago(daysAgo),
  lnRmssd: 4,
  hrBpm,
  ...changes,
});
const measured = (daysAgo: number, changes: Partial<MorningCheck> = {}): MorningCheck => ({
  id: `check ${daysAgo}`,
  day: ago(daysAgo),
  startedAtMs: Date.parse(`${ago(daysAgo)}T07:00:00Z`),
  readable: true,
  check: morning(daysAgo),
  ...changes,
});
/** An hour at an effort of 7: a load of 100. */
const trained = (daysAgo: number, changes: Partial<ActivityRow> = {}): ActivityRow => ({
  sport: 'run',
  startMs: Date.parse(`${ago(daysAgo)}T17:00:00Z`),
  day: ago(daysAgo),
  timeZone: 'UTC',
  movingTimeS: 3600,
  avgHrBpm: null,
  rpe: 7,
  kind: null,
  regions: [],
  ...changes,
});
const assemble = (rows: Partial<InputRows<ActivityRow>>, nowMs = NOW) =>
  assembleInputs(
    { from: ago(6), to: TODAY, profile: BLANK_PROFILE, measured: [], imported: [], activities: [], ...rows },
    { today: TODAY, nowMs },
  );

describe('the margins of a span', () => {
  it('are the 252 days of a load, the 60 of a resting heart rate before them, and the 28 of a beginning', () => {
    expect(spanMargins('2026-05-01', '2026-05-04')).toEqual({
      activities: { from: addDays('2026-05-01', -251), to: addDays('2026-05-04', 27) },
      mornings: { from: addDays('2026-05-01', -251 - 59), to: addDays('2026-05-04', 27) },
    });
  });
});

describe('mornings', () => {
  it('are those of the span, its first and last day included', () => {
    const days = [8, 7, 6, 3, 0, -1];
    const { mornings, shown, standing } = assemble({ to: ago(0), measured: days.map((day) => measured(day)) });
    for (const list of [mornings, shown, standing.map(({ check }) => check)]) {
      expect(list.map(({ day }) => day)).toEqual([ago(6), ago(3), ago(0)]);
    }
  });

  it('are in order of days, of a day with both the measured one last', () => {
    const imported = [morning(2, 40), morning(1, 41)];
    const { shown } = assemble({ measured: [measured(4), measured(2)], imported });
    expect(shown.map(({ day, hrBpm }) => [day, hrBpm])).toEqual([
      [ago(4), 50],
      [ago(2), 40],
      [ago(2), 50],
      [ago(1), 41],
    ]);
  });

  it('that were ruled out are shown and stand for their day, and do not count', () => {
    const { mornings, shown, standing, restBpm } = assemble({
      measured: [measured(1), measured(0, { saidNot: true, check: morning(0, 90) })],
    });
    expect(mornings.map(({ day }) => day)).toEqual([ago(1)]);
    expect(shown.map(({ ruledOut = false }) => ruledOut)).toEqual([false, true]);
    expect(standing.map(({ out }) => out)).toEqual([null, 'said']);
    expect(restBpm).toBe(50);
  });

  it('after training are ruled out', () => {
    const early = trained(0, { startMs: Date.parse(`${TODAY}T06:00:00Z`) });
    expect(assemble({ measured: [measured(0)], activities: [early] }).standing.map(({ out }) => out)).toEqual(['trained']);
  });
});

describe('activities', () => {
  it('are those of the span, oldest first, that began up to now', () => {
    const activities = [trained(8), trained(7), trained(6), trained(0), trained(-1)];
    expect(assemble({ activities }).activities.map(({ day }) => day)).toEqual([ago(6), ago(0)]);
    const startMs = Date.parse(`${TODAY}T17:00:00Z`);
    expect(assemble({ activities }, startMs).activities).toHaveLength(2);
    expect(assemble({ activities }, startMs - 1).activities).toHaveLength(1);
  });

  it('of a zone that is a day ahead count for today, in a span that ends today', () => {
    const ahead = trained(-1, { startMs: NOW - 3_600_000, timeZone: 'Pacific/Auckland' });
    expect(assemble({ activities: [ahead] }).activities.map(({ day }) => day)).toEqual([TODAY]);
    expect(assemble({ to: ago(-1), activities: [ahead] }).activities.map(({ day }) => day)).toEqual([ago(-1)]);
    expect(assemble({ to: ago(1), activities: [ahead] }).activities).toEqual([]);
    // Those of today and before stay where they are.
    expect(assemble({ activities: [trained(0), ahead] }).activities.map(({ day }) => day)).toEqual([TODAY, TODAY]);
    expect(assemble({ activities: [trained(3)] }).activities.map(({ day }) => day)).toEqual([ago(3)]);
  });
});

describe('loads', () => {
  const computeCtl = (rows: Partial<InputRows<ActivityRow>>) => assemble({ from: TODAY, ...rows }).loads[0]?.ctl;

  it('are of every day of the span from the first training on, up to today', () => {
    expect(assemble({ activities: [trained(3)] }).loads.map(({ day }) => day)).toEqual([3, 2, 1, 0].map(ago));
    expect(assemble({ to: ago(2), activities: [trained(3)] }).loads.map(({ day }) => day)).toEqual([3, 2].map(ago));
    expect(assemble({ to: ago(-5), activities: [trained(3)] }).loads.map(({ day }) => day)).toEqual([3, 2, 1, 0].map(ago));
  });

  it('know of the last training before the margins, whichever row it stands in', () => {
    // 252 days ago is the last day that the fitness of today forgets; it is no beginning then, so that nothing stands for the days before.
    const plain = 100 / 42 / (1 - (41 / 42) ** 252);
    expect(computeCtl({ activities: [trained(252), trained(0)] })).toBeCloseTo(plain, 9);
    expect(computeCtl({ activities: [trained(252), trained(400), trained(0)] })).toBeCloseTo(plain, 9);
    // A longer pause: today is the first day, and stands with six empty ones for those before.
    const begun = 100 / 7 + (100 - 100 / 7) / 42;
    expect(computeCtl({ activities: [trained(253), trained(0)] })).toBeCloseTo(begun, 9);
    expect(computeCtl({ activities: [trained(0)] })).toBeCloseTo(begun, 9);
  });

  it('have what was done on the first day that counts', () => {
    const with251 = computeCtl({ activities: [trained(251), trained(0)] }) ?? Number.NaN;
    const without = computeCtl({ activities: [trained(0)] }) ?? Number.NaN;
    expect(with251).not.toBeCloseTo(without, 3);
  });

  it('of the first days know of the 28 that follow, and of no more than today', () => {
    // An hour a day for 12 days, beginning on the last day of the span: 1200 ÷ 12 are the days before it.
    const activities = Array.from({ length: 12 }, (_, i) => trained(11 - i));
    expect(computeCtl({ from: ago(11), to: ago(11), activities })).toBeCloseTo(100, 9);
    // 28 days at 100, and nothing of those after.
    const long = Array.from({ length: 40 }, (_, i) => trained(39 - i, i < 28 ? {} : { movingTimeS: 36_000 }));
    expect(computeCtl({ from: ago(39), to: ago(39), activities: long })).toBeCloseTo(100, 9);
  });
});

describe('a resting heart rate', () => {
  const rest = (mornings: readonly DayCheck[], daysAgo = 0, typed: number | null = null) =>
    findRestingHeartRates({ hrRestBpm: typed }, mornings)(ago(daysAgo));

  it('is the one that was typed', () => {
    expect(rest([morning(0, 60)], 0, 44)).toBe(44);
    expect(rest([], 0, 44)).toBe(44);
  });

  it.each([
    ['no morning', [], null],
    ['today', [morning(0, 60)], 60],
    ['59 days ago', [morning(59, 40), morning(0, 60)], 50],
    ['60 days ago', [morning(60, 40), morning(0, 60)], 60],
    ['60 days ago alone', [morning(60, 40)], null],
    ['a morning to come', [morning(0, 60), morning(-1, 90)], 60],
    ['two of a day, of which the last stands', [morning(1, 40), morning(0, 90), morning(0, 60)], 50],
    ['one without a heart rate', [morning(1, 40), morning(0, null)], 40],
    ['one that was ruled out', [morning(1, 40), morning(0, 90, { ruledOut: true })], 40],
    ['one that was late', [morning(1, 40), morning(0, 90, { afterWakingMin: 121 })], 40],
  ])('is the mean of the mornings that count: %s', (_, mornings, bpm) => {
    expect(rest(mornings)).toBe(bpm);
  });

  it('takes the later days as they are after a day with two mornings', () => {
    const on = findRestingHeartRates({ hrRestBpm: null }, [morning(70, 50), morning(40, 90), morning(40, 40), morning(5, 70)]);
    expect([70, 40, 5].map((days) => on(ago(days)))).toEqual([50, 45, 55]);
  });

  it('is that of each day that is asked, in any order', () => {
    const on = findRestingHeartRates({ hrRestBpm: null }, [morning(70, 40), morning(20, 50), morning(5, 60)]);
    expect([0, 30, 71, 20, 5, 0, 30, 71].map((days) => on(ago(days)))).toEqual([55, 40, null, 45, 55, 55, 40, null]);
  });
});

describe('scored activities', () => {
  const PROFILE = { ...BLANK_PROFILE, sex: 'male', birthYear: 1990, hrMaxBpm: 190 } as const;
  const BY_HEART = { profile: PROFILE, byEffort: false };
  /** Banister's formula for a man, an hour at 150 bpm. */
  const hour = (rest: number, max = 190) => {
    const trimp = (share: number) => share * Math.exp(1.92 * share);
    return (100 * trimp((150 - rest) / (max - rest))) / trimp(0.85);
  };

  it('are oldest first, each with the resting heart rate of its own day', () => {
    const scored = scoreActivities([trained(0, { avgHrBpm: 150, rpe: null }), trained(1, { avgHrBpm: 150, rpe: null })], BY_HEART, (day) =>
      day === TODAY ? 50 : 60,
    );
    expect(scored.map(({ day, restBpm, basis }) => [day, restBpm, basis])).toEqual([
      [ago(1), 60, 'heart-rate'],
      [ago(0), 50, 'heart-rate'],
    ]);
    expect(scored.map(({ score }) => score)).toEqual([60, 50].map((rest) => expect.closeTo(hour(rest), 9)));
  });

  it('have the age of their own year', () => {
    const of = (daysAgo: number) =>
      scoreActivities(
        [trained(daysAgo, { avgHrBpm: 150, rpe: null })],
        { profile: { ...PROFILE, hrMaxBpm: null }, byEffort: false },
        () => 60,
      )[0]?.score;
    // 208 − 0.7 · age: 36 years old in 2026, 26 in 2016.
    expect(of(0)).toBeCloseTo(hour(60, 208 - 0.7 * 36), 9);
    expect(of(3650)).toBeCloseTo(hour(60, 208 - 0.7 * 26), 9);
  });

  it('go by effort for who takes a medicine that slows the heart, whatever was measured', () => {
    const heartRateTimes = [{ bpm: 108, s: 3600 }];
    const loads = (byEffort: boolean, rpe: number | null) =>
      assemble({ profile: PROFILE, byEffort, activities: [trained(0, { avgHrBpm: 108, heartRateTimes, rpe })] }, NOW).activities.map(
        ({ score, basis }) => [Math.round(score), basis],
      );
    // Session-RPE: 8 × 60 min, where 7 × 60 min is 100.
    expect(loads(true, 8)).toEqual([[114, 'effort']]);
    // The usual effort of a run is 4.
    expect(loads(true, null)).toEqual([[57, 'minutes']]);
    expect(loads(false, 8)[0]?.[1]).toBe('heart-rate');
  });

  it('ask for the resting heart rate of a day once', () => {
    const asked: string[] = [];
    scoreActivities([trained(0), trained(0), trained(1), trained(0)], BY_HEART, (day) => {
      asked.push(day);
      return 50;
    });
    expect(asked).toEqual([TODAY, ago(1)]);
  });
});

describe('what was done', () => {
  const session = (changes: Record<string, unknown> = {}) => ({ ...aRow('sessions', 0), ...changes }) as unknown as SessionRecord;
  const entry = (changes: Record<string, unknown> = {}) =>
    ({ ...aRow('planLog', 0), outcome: 'done', ...changes }) as unknown as StoredLogEntry;

  const gun = (changes: Record<string, unknown> = {}) =>
    session({ plan: { modality: 'massage-gun', doseOf: 'ours', steps: [{ seconds: 600 }] }, activeS: 600, ...changes });

  it('is a session that has ended after half of its time or more, however it ended', () => {
    expect(listDone([session()], [])).toEqual([{ day: TODAY, modality: 'sauna', minutes: 15, outcome: 'done', reason: null }]);
    for (const end of ['finished', 'stopped', 'link-lost', 'fault'])
      expect(listDone([gun({ end, activeS: 300 })], [])).toMatchObject([{ minutes: 5, outcome: 'done' }]);
    expect(listDone([gun({ endedAtMs: null })], [])).toEqual([]);
  });

  it('is stopped before half of its time, and nothing within the first minute', () => {
    expect(listDone([gun({ activeS: 299 })], [])[0]?.outcome).toBe('stopped');
    expect(listDone([gun({ activeS: 60 })], [])[0]?.outcome).toBe('stopped');
    expect(listDone([gun({ activeS: 59 })], [])).toEqual([]);
  });

  it('is heat and cold however short', () => {
    expect(listDone([session({ activeS: 1 })], [])).toMatchObject([{ minutes: 1 / 60, outcome: 'done' }]);
  });

  it('is what was ticked off without a session of the diary, after the sessions', () => {
    const byHand = { day: TODAY, modality: 'foam-rolling', minutes: 10, outcome: 'done', reason: 'tired' };
    expect(listDone([session()], [entry({ reason: 'tired' })])).toMatchObject([{ modality: 'sauna' }, byHand]);
    expect(listDone([], [entry({ reason: 'tired' })])).toEqual([byHand]);
    expect(listDone([], [entry({ outcome: 'skipped' })])).toEqual([]);
  });

  it('is logged once with its session, and from the log where the session cannot be read', () => {
    const logged = entry({ sessionId: session().id });
    expect(listDone([session()], [logged])).toMatchObject([{ modality: 'sauna' }]);
    expect(listDone([], [logged])).toMatchObject([{ modality: 'foam-rolling', minutes: 10, outcome: 'done' }]);
  });
});
