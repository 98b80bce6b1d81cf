import { describe, expect, it } from 'vitest';

import { alternating, morning, readinessOn, TODAY } from './mornings';

/** docs/readiness.md: learning until 7 valid checks in the last 14 days; at least 3 in the last 7 for more than low confidence. */
const today = morning(0, 4);

describe('learning', () => {
  it('counts a first morning as one of seven', () => {
    const readiness = readinessOn([], TODAY, today);
    expect(readiness).toMatchObject({
      verdict: 'learning',
      rule: 'learning',
      learned: 1,
      needed: 7,
      confidence: 'low',
      day: null,
      trend: null,
    });
  });

  it('ends with the seventh, including today', () => {
    expect(readinessOn(alternating(5), TODAY, today)).toMatchObject({ verdict: 'learning', learned: 6 });
    expect(readinessOn(alternating(6), TODAY, today)).toMatchObject({ learned: 7 });
    expect(readinessOn(alternating(6), TODAY, today).verdict).not.toBe('learning');
  });

  it('counts only the last 14 days', () => {
    const spread = [13, 11, 9, 7, 5, 3].map((daysAgo) => morning(daysAgo, 4 + daysAgo / 100));
    expect(readinessOn(spread, TODAY, today).learned).toBe(7);
    const older = [14, 11, 9, 7, 5, 3].map((daysAgo) => morning(daysAgo, 4 + daysAgo / 100));
    expect(readinessOn(older, TODAY, today)).toMatchObject({ verdict: 'learning', learned: 6 });
  });

  it('starts again after a long pause, however much was measured before', () => {
    const before = alternating(60).slice(20);
    expect(readinessOn(before, TODAY, today)).toMatchObject({ verdict: 'learning', learned: 1 });
  });

  it('ignores days to come, and another check of the same day', () => {
    const history = [morning(0, 4), morning(-1, 4), ...alternating(5)];
    expect(readinessOn(history, TODAY, today).learned).toBe(6);
  });
});

describe('a day without a readable check', () => {
  it('has no verdict, whatever the history', () => {
    const readiness = readinessOn(alternating(60), TODAY, null);
    expect(readiness).toMatchObject({ verdict: 'learning', rule: 'no-check', day: null, trend: null, learned: 13 });
  });

  it('says that there was a check that could not be read', () => {
    expect(readinessOn(alternating(60), TODAY, null, true).rule).toBe('unreadable');
    expect(readinessOn([], TODAY, null, true).rule).toBe('unreadable');
  });
});

describe('confidence', () => {
  const without = (from: number, to: number) => alternating(60).filter((_, i) => i + 1 < from || i + 1 > to);

  it('is low with fewer than 3 of the last 7 days, including today', () => {
    // Today and yesterday; days 2 to 6 without a check.
    expect(readinessOn(without(2, 6), TODAY, today)).toMatchObject({ confidence: 'low', provisional: false });
  });

  it('is more than low with 3', () => {
    const readiness = readinessOn(without(3, 6), TODAY, today);
    expect(readiness.verdict).not.toBe('learning');
    expect(readiness.confidence).not.toBe('low');
  });

  it('is high with a complete range and a complete week', () => {
    expect(readinessOn(alternating(60), TODAY, today).confidence).toBe('high');
  });

  it.each([6, 10, 20, 27])('is never high while provisional (%i days before)', (days) => {
    const readiness = readinessOn(alternating(days), TODAY, today);
    expect(readiness.provisional).toBe(true);
    expect(readiness.confidence).toBe('medium');
  });
});
