import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt, parseWallMs, toInstant, toLocalMinute, wallMsAt } from '../../../lib/core/local-time';
import { ZONES } from '../planner/random-situation';

const zones = fc.constantFrom(...ZONES);
const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 }).map((minute) => minute * 60_000);

describe('a local time', () => {
  it.each([
    // Skipped: as much later as the clock jumps. Twice: the first.
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-05-04T12:15:07', 'Asia/Kathmandu', '2026-05-04T06:30:07.000Z'],
    ['2026-05-04T00:30', '+05:30', '2026-05-03T19:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(new Date(toInstant(local, zone)).toISOString()).toBe(instant);
  });

  it.each(['2026-02-30T12:00', '2026-13-01T12:00', '2026-05-04T24:00', '2026-05-04', '2026-05-04T12:00Z', 'today', ''])(
    '“%s” is none',
    (text) => {
      expect(parseWallMs(text)).toBeNaN();
      expect(toInstant(text, 'Europe/Berlin')).toBeNaN();
    },
  );

  it('property: is what a clock there shows, by the platform’s own reckoning', () => {
    fc.assert(
      fc.property(zones, minutes, (zone, ms) => {
        const shown = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(ms);
        expect(toLocalMinute(ms, zone)).toBe(shown.replace(' ', 'T'));
        expect(toLocalMinute(toInstant(toLocalMinute(ms, zone), zone), zone)).toBe(toLocalMinute(ms, zone));
        // The first of the instants with that reading.
        expect(instantAt(wallMsAt(ms, zone), zone)).toBeLessThanOrEqual(ms);
      }),
    );
  });

  it('property: is read as the machine reads it in its own zone', () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    fc.assert(
      fc.property(minutes, (ms) => {
        const local = new Date(ms).toISOString().slice(0, 16);
        expect(toInstant(local, zone)).toBe(Date.parse(local));
      }),
    );
  });
});
