import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeCarbohydrateDay } from '../../../lib/catalogue';
import { setClocks } from '../../../lib/readiness';
import { findCarbohydrateOn, LIGHT_DAY_G_PER_KG, type ScoredActivity } from '../../../lib/training';

const NOON = Date.parse('2026-05-04T12:00:00Z');
const run = fc
  .record({ ago: fc.integer({ min: 0, max: 1200 }), minutes: fc.integer({ min: 5, max: 240 }), rpe: fc.integer({ min: 1, max: 10 }) })
  .map(
    ({ ago, minutes, rpe }): ScoredActivity => ({
      sport: 'run',
      startMs: NOON - (ago + minutes) * 60_000,
      day: '2026-05-04',
      movingTimeS: minutes * 60,
      avgHrBpm: null,
      rpe,
      kind: null,
      regions: [],
      score: (minutes * rpe) / 6,
      basis: 'effort',
    }),
  );

it('the fuel clock gives the grams of the day, and only after a session that asks for more than a light day', () => {
  fc.assert(
    fc.property(run, fc.integer({ min: 35, max: 130 }), (activity, massKg) => {
      const { fuel } = setClocks({ day: null, doneSince: 0 }, [activity], undefined, NOON, massKg);
      const perKg = findCarbohydrateOn(activity.day, [activity], []);
      const { carbohydrateG } = describeCarbohydrateDay(perKg, massKg, 0);
      if (fuel === null) return;
      expect(fuel.carbohydrateG).toEqual(perKg[0] === LIGHT_DAY_G_PER_KG[0] ? null : carbohydrateG);
    }),
  );
});
