import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetMs } from '../../../lib/core/local-time';
import { planFor } from '../../../lib/planner';
import { atLocal, localDays } from '../../../lib/planner/rules';
import { broken, wallClock } from './check-plan';
import { ZONES } from './random-situation';
import { given, hardRun, planned } from './scenario';

/** Days and windows across both changes of the clocks and travel, compared with the platform's own clock. */

const H = 3_600_000;
const zones = fc.constantFrom(...ZONES);
const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }).map((ms) => Math.floor(ms / 60_000) * 60_000);

describe('local time', () => {
  it('property: shows the requested clock time, except where the clock skips it', () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 1439 }), (zone, ms, minutes) => {
        const { day } = wallClock(ms, zone);
        const clock = wallClock(atLocal(day, minutes, zone), zone);
        if (clock.day === day && clock.minutes === minutes) return;
        // Skipped: no instant of that day has this local time.
        const from = Date.parse(`${day}T00:00:00Z`) - 14 * H;
        for (let at = from; at < from + 40 * H; at += 60_000 * 5) {
          const read = wallClock(at, zone);
          expect(read.day === day && read.minutes === minutes - (minutes % 5) && minutes % 5 === 0).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['2026-03-29', 150, 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', 150, 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-03-08', 150, 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-03-08', 30, 'America/Havana', '2026-03-08T05:30:00.000Z'],
    ['2026-10-04', 135, 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['2026-05-04', 90, '+05:30', '2026-05-03T20:00:00.000Z'],
  ])('%s, minute %i in %s is %s', (day, minutes, zone, instant) => {
    expect(new Date(atLocal(day, minutes, zone)).toISOString()).toBe(instant);
  });

  it('property: has days without gaps or overlaps, which begin at their own midnight', () => {
    fc.assert(
      fc.property(zones, instants, (timeZone, ms) => {
        const days = localDays(ms, 3, 3, { timeZone, wakeMin: 390, bedMin: 1350, sleepMin: 480 });
        for (const [i, { day, startMs, endMs, wakeMs, bedMs }] of days.entries()) {
          expect(wallClock(startMs, timeZone).day).toBe(day);
          expect(wallClock(endMs - 60_000, timeZone).day).toBe(day);
          expect(days[i + 1]?.startMs ?? endMs).toBe(endMs);
          expect([wallClock(wakeMs, timeZone).minutes, bedMs > wakeMs]).toEqual([390, true]);
        }
        expect(days.some(({ startMs, endMs }) => ms >= startMs && ms < endMs)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('property: has the offset of the clock', () => {
    fc.assert(
      fc.property(zones, instants, (zone, ms) => {
        const { day, minutes } = wallClock(ms, zone);
        expect(ms + offsetMs(ms, zone)).toBe(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000);
      }),
    );
  });
});

describe('a plan', () => {
  it('property: holds in any zone and over any change of the clocks', { timeout: 60_000 }, () => {
    const changes = fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2026-10-04');
    fc.assert(
      fc.property(zones, changes, fc.integer({ min: -72 * 12, max: 24 * 12 }), (timeZone, day, fives) => {
        const nowMs = Date.parse(`${day}T00:00:00Z`) + fives * 300_000;
        const run = { ...hardRun, startMs: nowMs - 90 * 60_000 };
        const later = { ...planned('05T07:00'), atMs: nowMs + 30 * H };
        const situation = given({ nowMs, timeZone, activities: [run], planned: [later], equipment: ['cold-bath', 'sauna', 'foam-roller'] });
        const plan = planFor(situation);
        expect(broken(situation, plan)).toEqual([]);
        // The night ends at the usual wake time, whatever the clocks did.
        for (const { modality, startMs, minutes } of plan.items) {
          if (modality === 'sleep' && startMs > nowMs + H) expect(wallClock(startMs + minutes * 60_000, timeZone).minutes).toBe(390);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('after a flight: windows of the session stay, nights follow the new clock', () => {
    const known = { activities: [hardRun], equipment: ['cold-bath'] } as const;
    const home = planFor(given(known));
    const there = planFor(given({ ...known, timeZone: 'America/New_York', quietFrom: null }));
    const protein = (of: typeof home) => of.items.find(({ id }) => id === `protein@s${hardRun.startMs}+`)?.startMs;
    expect(protein(there)).toBe(protein(home));
    for (const { modality, startMs } of there.items)
      if (modality === 'sleep') expect(wallClock(startMs, 'America/New_York').minutes).toBe(22 * 60 + 30);
  });

  it('counts what was done on the local day', () => {
    const done = {
      id: null,
      modality: 'pemf',
      startMs: Date.parse('2026-05-04T22:30:00Z'),
      minutes: 50,
      outcome: 'done',
      reason: null,
    } as const;
    const known = { nowMs: Date.parse('2026-05-05T10:00:00Z'), log: [done], quietFrom: null };
    const used = (timeZone: string) =>
      planFor(given({ ...known, timeZone, timeBudgetMin: 60 })).days.find(({ day }) => day === '2026-05-05')?.usedMin ?? 0;
    // In Berlin it was half past midnight of the 5th, in London still the 4th.
    const spare = (timeZone: string) =>
      planFor(given({ ...known, timeZone, timeBudgetMin: 50 })).items.filter(({ counts, day }) => counts && day === '2026-05-05').length;
    expect([spare('Europe/Berlin'), used('Europe/Berlin') >= 50]).toEqual([0, true]);
    expect(spare('Europe/London')).toBeGreaterThan(0);
  });
});
