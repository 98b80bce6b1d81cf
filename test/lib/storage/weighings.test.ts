import { describe, expect, it } from 'vitest';
import { deleteDemo, deleteWeighing, putWeighing, type Weighing, weighingsBetween } from '../../../lib/storage';
import { freshDatabase } from '../../support/database';

const row = (id: string, day: string, hour: number, more: Partial<Weighing> = {}): Weighing => ({
  id,
  world: 'own',
  day,
  timeZone: 'UTC',
  atMs: Date.parse(`${day}T${hour}:00:00Z`),
  beforeKg: 72.4,
  afterKg: null,
  drunkMl: 0,
  passedMl: 0,
  activityId: null,
  ...more,
});

describe('weighings', () => {
  it('are read by days, oldest first, for one world only', async () => {
    const db = freshDatabase();
    for (const one of [
      row('b', '2026-05-04', 17),
      row('a', '2026-05-04', 10),
      row('c', '2026-05-06', 10),
      row('d', '2026-05-04', 11, { world: 'demo' }),
    ])
      await putWeighing(db, one);
    const ids = async (from: string, to: string) => (await weighingsBetween(db, 'own', from, to)).map(({ id }) => id);
    expect(await ids('2026-05-04', '2026-05-05')).toEqual(['a', 'b']);
    expect(await ids('2026-05-05', '2026-05-06')).toEqual(['c']);
  });

  it('get their second half, and return after an undone deletion', async () => {
    const db = freshDatabase();
    await putWeighing(db, row('a', '2026-05-04', 10));
    await putWeighing(db, row('a', '2026-05-04', 10, { afterKg: 71.6, drunkMl: 500 }));
    const taken = await deleteWeighing(db, 'a');
    expect(taken).toMatchObject({ beforeKg: 72.4, afterKg: 71.6, drunkMl: 500 });
    expect(await deleteWeighing(db, 'a')).toBeNull();
  });

  it('of the demo are deleted with the demo', async () => {
    const db = freshDatabase();
    await putWeighing(db, row('a', '2026-05-04', 10));
    await putWeighing(db, row('d', '2026-05-04', 10, { world: 'demo' }));
    await deleteDemo(db);
    expect((await db.weighings.toArray()).map(({ id }) => id)).toEqual(['a']);
  });
});
