import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWakingDay, findWakingDayEndMs, nextWakingDayMs, toWakingDay } from '../../../lib/core/waking-day';

const at = (local: string) => Date.parse(`${local}Z`);

describe('the waking day', () => {
  it.each([
    ['half past midnight, not yet slept', '2026-05-04T00:30', '08:30', '01:30', '2026-05-03'],
    ['after the night', '2026-05-04T08:40', '08:30', '01:30', '2026-05-04'],
    ['on a night shift', '2026-05-04T02:00', '15:00', '07:30', '2026-05-03'],
    ['home from it', '2026-05-04T07:20', '15:00', '07:30', '2026-05-03'],
    ['up for the next one', '2026-05-04T15:20', '15:00', '07:30', '2026-05-04'],
    ['up early for a race', '2026-05-04T04:35', '06:30', '22:30', '2026-05-04'],
    ['up late', '2026-05-04T00:30', '06:30', '22:30', '2026-05-03'],
    ['to bed before the evening', '2026-05-03T23:30', '03:00', '19:00', '2026-05-04'],
    ['in that evening', '2026-05-03T18:30', '03:00', '19:00', '2026-05-03'],
    ['at unknown times', '2026-05-04T00:00', null, null, '2026-05-04'],
    ['with one of them', '2026-05-04T00:30', '08:30', null, '2026-05-04'],
  ])('%s', (_, now, wake, bed, day) => {
    expect(toWakingDay(at(now), { wake, bed })).toBe(day);
  });

  it('property: lasts 24 hours, has the date of the waking in it, and changes when it says', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const text = (value: number) => `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 10 * 86_400_000 }), (wake, bed, after) => {
        const times = { wake: text(wake), bed: text(bed) };
        const now = at('2026-05-04T00:00') + after;
        const day = toWakingDay(now, times);
        const next = nextWakingDayMs(now, times);
        expect(next).toBeGreaterThan(now);
        expect(next - now).toBeLessThanOrEqual(86_400_000);
        expect(toWakingDay(next - 1, times)).toBe(day);
        expect(toWakingDay(next, times)).not.toBe(day);
        expect(toWakingDay(at(`${day}T${times.wake}`), times)).toBe(day);
      }),
    );
  });

  it('property: as an instant it ends within 25 hours and in the next day, also across clock changes', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const text = (value: number) => `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tokyo');
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 365 * 24 * 60 }), zone, (wake, bed, after, timeZone) => {
        const times = { wake: text(wake), bed: text(bed) };
        const nowMs = at('2026-01-01T00:00') + after * 60_000;
        const endMs = findWakingDayEndMs(nowMs, times, timeZone);
        expect(endMs).toBeGreaterThan(nowMs);
        expect(endMs - nowMs).toBeLessThanOrEqual(25 * 3_600_000);
        expect(findWakingDay(endMs, times, timeZone) >= findWakingDay(nowMs, times, timeZone)).toBe(true);
        expect(findWakingDay(endMs + 3_600_000, times, timeZone) > findWakingDay(nowMs, times, timeZone)).toBe(true);
      }),
    );
  });
});
