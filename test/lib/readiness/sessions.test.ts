import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { toSessions } from '../../../lib/readiness/sessions';
import type { Rule, Verdict } from '../../../lib/readiness/types';
import type { PlannedSession } from '../../../lib/training';

const TODAY = '2026-05-04';
const NOON = Date.UTC(2026, 4, 4, 12);
type Planned = PlannedSession & { readonly day: string };
const session = (changes: Partial<Planned> = {}): Planned => ({
  sport: 'run',
  atMs: NOON,
  minutes: 60,
  intensity: 'hard',
  day: TODAY,
  ...changes,
});
const advise = (verdict: Verdict, rule: Rule, planned: readonly Planned[] = [session()], nowMs = NOON) =>
  toSessions({ verdict, rule }, planned, TODAY, nowMs);
const AS_PLANNED = { advice: 'as-planned', easier: null };
/** 0.7 of an hour, in steps of five minutes. */
const EASIER = { intensity: 'easy', minutes: 40 };

describe('advice for a planned session', () => {
  it.each([
    ['push', 'in-range', 'hard', AS_PLANNED],
    ['normal', 'day-high', 'hard', AS_PLANNED],
    ['easy', 'day-low', 'easy', AS_PLANNED],
    ['easy', 'day-low', 'moderate', { advice: 'easier', easier: EASIER }],
    ['easy', 'day-low', 'hard', { advice: 'easier', easier: EASIER }],
    ['easy', 'injured', 'hard', { advice: 'move', easier: EASIER }],
    ['rest', 'day-and-trend-low', 'easy', { advice: 'move', easier: null }],
    ['rest', 'ill', 'hard', { advice: 'move', easier: null }],
  ] as const)('%s by %s, %s', (verdict, rule, intensity, advice) => {
    const planned = session({ intensity });
    expect(advise(verdict, rule, [planned])).toEqual([{ session: planned, ...advice }]);
  });

  it('none while there is no verdict', () => {
    expect(advise('learning', 'learning')).toEqual([]);
  });

  it('of today’s that have not begun', () => {
    expect(advise('push', 'in-range', [session()], NOON)).toHaveLength(1);
    expect(advise('push', 'in-range', [session()], NOON + 1)).toEqual([]);
    expect(advise('push', 'in-range', [session({ day: addDays(TODAY, 1) })])).toEqual([]);
  });

  it.each([
    [60, 40],
    [50, 35],
    [45, 30],
    [10, 5],
    [5, 5],
    [1, 5],
  ])('of %d minutes is made one of %d', (minutes, easier) => {
    expect(advise('easy', 'day-low', [session({ minutes })])[0]?.easier?.minutes).toBe(easier);
  });
});
