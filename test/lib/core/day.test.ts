import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, toDay } from '../../../lib/core/day';

describe('the day of an instant', () => {
  it.each([
    [Date.UTC(2026, 0, 1, 0, 0), 'UTC', '2026-01-01'],
    [Date.UTC(2026, 0, 1, 0, 0) - 1, 'UTC', '2025-12-31'],
    [Date.UTC(2026, 4, 3, 22, 0), 'Europe/Berlin', '2026-05-04'],
    [Date.UTC(2026, 4, 3, 21, 59), 'Europe/Berlin', '2026-05-03'],
    [Date.UTC(2026, 4, 4, 3, 59), 'America/New_York', '2026-05-03'],
    [Date.UTC(2026, 4, 4, 10, 0), 'Pacific/Kiritimati', '2026-05-05'],
    // The night in which Berlin changes to summer time: midnight is at 23:00 UTC before, at 22:00 after.
    [Date.UTC(2026, 2, 28, 23, 0), 'Europe/Berlin', '2026-03-29'],
    [Date.UTC(2026, 2, 29, 21, 59), 'Europe/Berlin', '2026-03-29'],
    [Date.UTC(2026, 2, 29, 22, 0), 'Europe/Berlin', '2026-03-30'],
    [Date.UTC(2024, 1, 29, 12), 'UTC', '2024-02-29'],
  ])('%i in %s', (epochMs, zone, day) => {
    expect(toDay(epochMs, zone)).toBe(day);
  });

  it('uses the machine’s zone when none is given', () => {
    const noon = new Date(2026, 4, 4, 12).getTime();
    expect(toDay(noon)).toBe('2026-05-04');
  });

  it('property: in UTC is the ISO date', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }), (epochMs) => {
        expect(toDay(epochMs, 'UTC')).toBe(new Date(epochMs).toISOString().slice(0, 10));
      }),
    );
  });
});

describe('counting days', () => {
  it('works across months, years and leap days', () => {
    expect(daysBetween('2026-05-04', '2026-05-04')).toBe(0);
    expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-05-04', '2026-05-01')).toBe(-3);
    expect(daysBetween('2025-01-01', '2026-01-01')).toBe(365);
    // Both changes of the clocks are in between.
    expect(daysBetween('2026-03-01', '2026-11-01')).toBe(245);
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('property: agrees with the calendar of Date', () => {
    const DAY_MS = 86_400_000;
    const iso = (days: number) => new Date(days * DAY_MS).toISOString().slice(0, 10);
    const days = fc.integer({ min: -200_000, max: 1_000_000 });
    fc.assert(
      fc.property(days, fc.integer({ min: -100_000, max: 100_000 }), (one, count) => {
        expect(addDays(iso(one), count)).toBe(iso(one + count));
        expect(daysBetween(iso(one), iso(one + count))).toBe(count);
      }),
    );
    for (let day = -800; day < 60_000; day++) expect(addDays(iso(day), 1)).toBe(iso(day + 1));
  });

  it('property: forward and back gives the same day, with the right count', () => {
    const days = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const other = addDays(day, count);
        expect(other).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(addDays(other, -count)).toBe(day);
        expect(daysBetween(day, other)).toBe(count);
        if (count > 0) expect(other > day).toBe(true);
      }),
    );
  });
});
