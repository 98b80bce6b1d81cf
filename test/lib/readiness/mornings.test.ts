import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesAwake } from '../../../lib/readiness/mornings';

describe('minutes from getting up to a check', () => {
  const at = (iso: string, timeZone: string) => ({ startedAtMs: Date.parse(iso), timeZone });

  it.each([
    ['06:30', at('2026-05-04T06:45:00Z', 'UTC'), 15],
    ['06:30', at('2026-05-04T04:45:00Z', 'Europe/Berlin'), 15],
    ['06:30', at('2026-05-04T08:31:00Z', 'UTC'), 121],
    ['00:00', at('2026-05-04T00:00:00Z', 'UTC'), 0],
    // The wake-up time is later than the check, so nothing is known.
    ['08:00', at('2026-05-04T07:59:00Z', 'UTC'), null],
  ])('%s', (since, check, minutes) => {
    expect(minutesAwake(since, check)).toBe(minutes);
  });

  it('property: are never negative, and never a full day', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(time, fc.integer({ min: 0, max: 2e12 }), ([h, m], startedAtMs) => {
        const since = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
        const minutes = minutesAwake(since, { startedAtMs, timeZone: 'UTC' });
        const clock = Math.floor(startedAtMs / 60_000) % 1440;
        expect(minutes).toBe(clock < 60 * h + m ? null : clock - 60 * h - m);
      }),
    );
  });
});
