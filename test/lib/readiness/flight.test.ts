import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideMorning, rankVerdict } from '../../../lib/readiness/decide';
import { makeEvidence } from './make-evidence';

/** The day of a flight across time zones and the next are no days for hard work, whatever the numbers say. */

const numbers = fc.record({ z: fc.double({ min: -1, max: 3, noNaN: true }) });
interface Flight {
  readonly daysSince: number;
  readonly hoursEast: number | null;
}
const decide = (z: number, travelled: Flight | null) =>
  decideMorning(
    makeEvidence({
      hrv: { z, position: z < -1 ? 'below' : z > 1 ? 'above' : 'within' },
      trend: { z: 0, mean7: 4, position: 'within', lowWithoutToday: false },
      disturbances: { travelled, altitude: false, alcohol: false },
    }),
    'no-check',
  );

it('five zones and more: at most easy for two days; fewer, or a ticked journey: never Ready for hard', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.integer({ min: 0, max: 1 }),
      fc.option(fc.integer({ min: -12, max: 12 }), { nil: null }),
      ({ z }, daysSince, hoursEast) => {
        const { verdict } = decide(z, { daysSince, hoursEast });
        const far = Math.abs(hoursEast ?? 0) >= 5;
        expect(rankVerdict(verdict)).toBeLessThanOrEqual(rankVerdict(far ? 'easy' : 'normal'));
      },
    ),
  );
});

it('it holds for two days, and never lifts a verdict', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 7 }), fc.integer({ min: -12, max: 12 }), ({ z }, daysSince, hoursEast) => {
      const plain = decide(z, null);
      const after = decide(z, { daysSince, hoursEast });
      // Beside the numbers, travel only keeps rest from being said by them.
      expect(rankVerdict(after.verdict)).toBeLessThanOrEqual(rankVerdict(plain.verdict === 'rest' ? 'easy' : plain.verdict));
      if (daysSince > 1 && plain.verdict !== 'rest') expect(after).toEqual(plain);
    }),
  );
});
