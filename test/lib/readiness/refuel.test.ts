import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeAmount } from '../../../lib/catalogue';
import { setClocks } from '../../../lib/readiness';
import { emptiesStores, judgeEffort, type ScoredActivity } from '../../../lib/training';

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

it('the fuel clock gives the grams of the food card, and only after a session that emptied the stores', () => {
  fc.assert(
    fc.property(run, fc.integer({ min: 35, max: 130 }), (activity, massKg) => {
      const { fuel } = setClocks({ day: null, doneSince: 0 }, [activity], undefined, NOON, massKg);
      const session = { minutes: activity.movingTimeS / 60, effort: judgeEffort(activity) };
      const amount = computeAmount('carbohydrate-after', { massKg, airC: null, lossMl: null, hoursBefore: 0, session });
      expect(fuel?.carbohydrateG ?? null).toEqual(emptiesStores(session) ? amount.carbohydrateG : null);
    }),
  );
});
