import { describe, expect, it } from 'vitest';
import { computeAdherence, findTargets, type LogEntry } from '../../../../lib/planner';
import { toWeek } from '../../../../lib/planner/rules';

/** Svetness: stretching daily, mobility and massage one to three times a week; Running recovery: a rest day; ALYZE: sauna by the week. */

const all = () => true;
const byId = (phase: Parameters<typeof findTargets>[0], can = all as (modality: string) => boolean) =>
  Object.fromEntries(findTargets(phase, can).map(({ id, from, to }) => [id, [from, to]]));
const entry = (modality: LogEntry['modality'], day: string, outcome: LogEntry['outcome'] = 'done', reason: string | null = null) => ({
  id: null,
  modality,
  day,
  startMs: 0,
  minutes: 10,
  outcome,
  reason,
});

describe('targets', () => {
  it('match the guides', () => {
    const week = byId('base');
    expect([week.mobility, week.stretching, week.massage, week['rest-day']?.[0]]).toEqual([[1, 3], [7, 7], [1, 3], 1]);
  });

  it('have more cold in heavy blocks than in a taper', () => {
    expect(byId('heavy').cold?.[1] ?? 0).toBeGreaterThan(byId('taper').cold?.[1] ?? 0);
  });

  it('leave out what the user cannot do', () => {
    expect(byId('heavy', (modality) => modality !== 'sauna').sauna).toBeUndefined();
  });
});

describe('a week', () => {
  const targets = findTargets('base', (modality) => modality !== 'sauna' && modality !== 'foam-rolling');
  const row = (week: ReturnType<typeof computeAdherence>, id: string) => week.targets.find((one) => one.id === id);

  it('counts a skip with a reason as kept, and one without as open', () => {
    const log = [entry('mobility', '2026-05-05', 'skipped', 'travelling'), entry('massage-therapy', '2026-05-06', 'skipped')];
    const week = computeAdherence(targets, log, '2026-05-04', '2026-05-10', ['2026-05-09']);
    expect([row(week, 'mobility')?.kept, row(week, 'massage')?.kept, row(week, 'rest-day')?.kept]).toEqual([1, 0, 1]);
  });

  it('counts days, not times, and only its own days', () => {
    const log = [
      entry('stretching', '2026-05-04'),
      entry('stretching', '2026-05-04'),
      entry('stretching', '2026-05-03'),
      entry('stretching', '2026-05-11'),
    ];
    const stretching = row(computeAdherence(targets, log, '2026-05-04', '2026-05-06', []), 'stretching');
    expect(stretching).toMatchObject({ done: 1, outOfReach: true });
    expect(stretching?.kept).toBeCloseTo(1 / 7, 10);
  });

  it('never has more kept than targeted', () => {
    const log = ['04', '05', '06'].map((day) => entry('mobility', `2026-05-${day}`));
    expect(row(computeAdherence(targets, log, '2026-05-04', '2026-05-07', []), 'mobility')?.kept).toBe(1);
  });

  it('requires nothing where the target starts at zero', () => {
    expect(row(computeAdherence(targets, [], '2026-05-04', '2026-05-04', []), 'cold')?.kept).toBeNull();
    expect(computeAdherence([], [], '2026-05-04', '2026-05-04', []).kept).toBeNull();
  });

  it('starts on Monday', () => {
    expect(['2026-05-04', '2026-05-10', '2026-05-11', '2027-01-01'].map(toWeek)).toEqual([
      '2026-05-04',
      '2026-05-04',
      '2026-05-11',
      '2026-12-28',
    ]);
  });
});
