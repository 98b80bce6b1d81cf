import { beforeEach, describe, expect, it } from 'vitest';
import { answerCheckIn, type ReboundDatabase, setSetting } from '../../../../lib/storage';
import { answerConflict, takeBackAnswer } from '../../../../lib/today/plan/answer';
import { readTodayIn } from '../../../../lib/today/read-today';
import { TODAY } from '../../../support/checks';
import { freshDatabase } from '../../../support/database';

/** Answers to a conflict are stored with the session, survive planning again, and can be taken back. */

const NOW = new Date(2026, 4, 4, 12).getTime();
const HOUR = 3_600_000;
const RUN = { id: 'p', world: 'own', day: TODAY, sport: 'run', atMs: NOW + 5 * HOUR, minutes: 60, intensity: 'hard' } as const;

let db: ReboundDatabase;
beforeEach(async () => {
  db = freshDatabase();
  await db.planned.put(RUN);
  const said = { ill: false, tags: ['travel'] };
  await answerCheckIn(db, { world: 'own', day: TODAY, timeZone: 'UTC' }, said, NOW);
});
const read = () => readTodayIn(db, 'own', NOW);
const first = async () => {
  const [conflict] = (await read()).conflicts;
  if (conflict === undefined) throw new Error('no conflict');
  return conflict;
};
const around = async () => (await read()).plan.items.filter(({ reason }) => reason.values.sessionFromMs === RUN.atMs);

describe('an answer', () => {
  it('is awaited: nothing is planned around the session', async () => {
    expect(await first()).toMatchObject({ why: 'travel', offers: ['easy', 'move', 'drop', 'keep'] });
    expect(await around()).toEqual([]);
  });

  it.each(['easy', 'move', 'drop', 'keep'] as const)('%s ends the conflict, is undone, and is taken back later', async (offer) => {
    const conflict = await first();
    const undo = await answerConflict(db, 'own', conflict, offer);
    expect((await read()).conflicts).toEqual([]);
    const stored = await db.planned.get('p');
    expect(stored?.answer).toMatchObject({ offer, why: 'travel', was: { atMs: RUN.atMs, intensity: 'hard', minutes: 60 } });
    if (offer === 'easy') expect(stored).toMatchObject({ intensity: 'easy', minutes: 40 });
    if (offer === 'move') expect(stored).toMatchObject({ day: '2026-05-05', atMs: RUN.atMs + 24 * HOUR });
    // An easy session and one that is kept are prepared and followed again.
    expect((await around()).length > 0).toBe(offer === 'keep' || offer === 'easy');
    await undo?.();
    expect(await db.planned.get('p')).toEqual(RUN);
    await answerConflict(db, 'own', await first(), offer);
    const again = await db.planned.get('p');
    if (again === undefined) throw new Error('the session is gone');
    await takeBackAnswer(db, again);
    expect(await db.planned.get('p')).toEqual(RUN);
  });

  it('to a hard session that is an event: dropped, kept, moved and put back', async () => {
    await db.planned.clear();
    const atMs = NOW + 4 * HOUR;
    await setSetting(db, 'events', [{ kind: 'hard-session', atMs }]);
    for (const offer of ['move', 'drop', 'keep'] as const) {
      const conflict = await first();
      expect(conflict.offers).toEqual(['move', 'drop', 'keep']);
      const undo = await answerConflict(db, 'own', conflict, offer);
      expect((await read()).conflicts).toEqual([]);
      await undo?.();
      expect((await read()).settings.events).toEqual([{ kind: 'hard-session', atMs }]);
    }
  });
});
