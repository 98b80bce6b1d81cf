import { beforeEach, describe, expect, it } from 'vitest';
import { answerCheckIn, putPlanned, type ReboundDatabase } from '../../../lib/storage';
import { readTodayIn } from '../../../lib/today/read-today';
import { TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';

/** Noon of that day, wherever this runs. */
const NOW = new Date(2026, 4, 4, 12).getTime();
const HOUR = 3_600_000;

let db: ReboundDatabase;
beforeEach(() => {
  db = freshDatabase();
});
const read = () => readTodayIn(db, 'own', NOW);

describe('today', () => {
  it('has the next step first among its steps, and none where nothing is left', async () => {
    const today = await read();
    expect(today.steps.length).toBeGreaterThan(0);
    expect(today.next).toEqual(today.steps[0]);
    const late = await readTodayIn(db, 'own', new Date(2026, 4, 4, 23, 59).getTime());
    expect([late.steps, late.next]).toEqual([[], null]);
  });

  it('holds as long as its plan and its day do', async () => {
    const { untilMs, dayUntilMs, plan } = await read();
    expect(dayUntilMs).toBe(new Date(2026, 4, 5).getTime());
    expect(untilMs).toBeLessThan(dayUntilMs);
    expect(untilMs).toBeGreaterThan(plan.fromMs);
    await putPlanned(db, { id: 'p', world: 'own', day: TODAY, sport: 'run', atMs: NOW + 1, minutes: 50, intensity: 'easy' });
    expect(await read()).toMatchObject({ untilMs: NOW + 1, dayUntilMs: NOW + 1 });
  });

  it('finds the conflict of a hard session with illness', async () => {
    await putPlanned(db, { id: 'p', world: 'own', day: TODAY, sport: 'run', atMs: NOW + HOUR, minutes: 50, intensity: 'hard' });
    expect((await read()).conflicts).toEqual([]);
    await answerCheckIn(db, { world: 'own', day: TODAY, timeZone: 'UTC' }, { ill: true }, NOW);
    expect((await read()).conflicts).toMatchObject([{ why: 'ill', kind: 'session', session: { atMs: NOW + HOUR, minutes: 50 } }]);
  });
});
