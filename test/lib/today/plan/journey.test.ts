import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasJustTravelled, type Note } from '../../../../lib/readiness';
import { decideMorning } from '../../../../lib/readiness/decide';
import { makeEvidence } from '../../readiness/make-evidence';

/** The verdict and the plan speak of the same journey. */

it('the plan asks about hard work on exactly the days on which the verdict limits it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 }), fc.option(fc.integer({ min: -12, max: 12 }), { nil: null }), (daysSince, hoursEast) => {
      const travelled = { daysSince, hoursEast };
      const notes: readonly Note[] = [{ code: 'travelled', ...travelled }];
      const { rule } = decideMorning(
        makeEvidence({
          hrv: { z: 0, position: 'within' },
          trend: { z: 0, mean7: 4, position: 'within', lowWithoutToday: false },
          disturbances: { travelled, altitude: false, alcohol: false },
        }),
        'no-check',
      );
      expect(hasJustTravelled({ notes })).toBe(rule === 'travelled');
    }),
  );
});

it.each(['lib/today/plan/situation.ts', 'cli/plan-items.ts'])('%s asks the verdict, and reads no clocks of its own for it', (file) => {
  expect(readFileSync(file, 'utf8')).toMatch(/travelled: hasJustTravelled\(/);
});
