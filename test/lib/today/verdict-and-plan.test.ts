import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Plan } from '../../../lib/planner';
import { BLANK_CHECK_IN, type ReboundDatabase } from '../../../lib/storage';
import { readToday } from '../../../lib/today/read-today';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';

/** The plan uses the verdict of the day unchanged. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW_MS = Date.parse(`${TODAY}T08:00:00Z`);
const RECOVERY = ['easy', 'rest'];
/** The routine of a day that the verdict makes easy, unless the day has a race, an illness or soreness of its own. */
const isRecoveryDay = ({ days: [today] }: Plan) => today?.routine === 'recovery-day';
const HAS_ITS_OWN = ['race-day', 'race-eve', 'after-race', 'fever', 'intense-soreness', 'endurance', 'strength', 'short-night'];

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

/** Weeks of falling HRV, rising heart rate or low mood, or none of these. */
const weeks = fc.record({
  rmssdMs: fc.constantFrom(50, 36),
  hrBpm: fc.constantFrom(55, 64),
  mood: fc.constantFrom(4, 1),
  energy: fc.constantFrom(4, 1),
  race: fc.constantFrom(null, 0, 1, 2),
});
type Weeks = typeof weeks extends fc.Arbitrary<infer Value> ? Value : never;

async function fill({ rmssdMs, hrBpm, mood, energy, race }: Weeks): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()));
  for (let daysAgo = 80; daysAgo >= 0; daysAgo--) {
    const recent = daysAgo < 24;
    const wave = daysAgo % 2 === 0 ? 0.95 : 1.05;
    const heart = { rmssdMs: (recent ? rmssdMs : 50) * wave, hrBpm: recent ? hrBpm : 54 + (daysAgo % 3) };
    const check = aCheck({ id: `${daysAgo}`, daysAgo, ...heart });
    await db.checks.add(check);
    const said = { mood: recent ? mood : 4, energy: recent ? energy : 4, sleepQuality: 4 } as Pick<typeof BLANK_CHECK_IN, 'mood'>;
    await db.checkIns.add({ ...BLANK_CHECK_IN, ...said, world: 'own', day: check.day, atMs: NOW_MS - daysAgo * DAY_MS, timeZone: 'UTC' });
  }
  await db.settings.bulkPut(
    [
      { answeredAtMs: NOW_MS - HOUR_MS, ticks: {} },
      race === null ? [] : [{ kind: 'race', atMs: NOW_MS + race * DAY_MS + 3 * HOUR_MS }],
      ['foam-roller'],
      '22:30',
      '06:30',
      120,
    ],
    ['screening', 'events', 'equipment', 'bed', 'wake', 'timeBudgetMin'],
  );
}

it('property: the plan is for the verdict’s day, whatever the weeks before and the race ahead', {
  timeout: 120_000,
}, async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(weeks, async (given) => {
      await fill(given);
      const { readiness, judged, plan, situation } = await readToday(db, NOW_MS);
      met.add(`${judged.fatigue.level} ${readiness.rule}`);
      expect(situation.verdict).toBe(readiness.verdict);
      const routine = plan.days[0]?.routine ?? '';
      if (!HAS_ITS_OWN.includes(routine)) expect(isRecoveryDay(plan)).toBe(RECOVERY.includes(readiness.verdict));
    }),
    { numRuns: 12, examples: [[{ rmssdMs: 36, hrBpm: 64, mood: 1, energy: 1, race: 0 }]] },
  );
  // In this case, verdict and plan must use the same rule.
  expect([...met]).toContain('warn race-today');
});
