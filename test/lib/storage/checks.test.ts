import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/core/day';
import { BASELINE_DAYS } from '../../../lib/readiness';
import { checksBetween, countChecks, deleteDemo, rememberDevice } from '../../../lib/storage';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';

describe('checks', () => {
  it('are read between two days, both included, oldest first', async () => {
    const db = freshDatabase();
    const wanted = [
      aCheck({ daysAgo: 3 }),
      aCheck({ daysAgo: 2, minutes: 30 }),
      aCheck({ daysAgo: 2, minutes: 10 }),
      aCheck({ daysAgo: 1 }),
    ];
    await db.checks.bulkAdd([...wanted, aCheck({ daysAgo: 4 }), aCheck({ daysAgo: 0 })]);
    const found = await checksBetween(db, 'own', addDays(TODAY, -3), addDays(TODAY, -1));
    expect(found.map(({ id }) => id)).toEqual([0, 2, 1, 3].map((i) => wanted[i]?.id));
  });

  it('are read for a baseline: the day and the 60 before it', async () => {
    const db = freshDatabase();
    await db.checks.bulkAdd([-1, 0, 1, 60, 61].map((daysAgo) => aCheck({ id: `${daysAgo}`, daysAgo })));
    expect((await checksBetween(db, 'own', addDays(TODAY, -BASELINE_DAYS), TODAY)).map(({ id }) => id)).toEqual(['60', '1', '0']);
  });

  it('round-trip, with raw intervals in 16 bits', async () => {
    const db = freshDatabase();
    const check = { ...aCheck(), rrTicks: Uint16Array.of(0, 1, 65_535), gaps: [{ afterBeat: 1, lengthMs: 4000, cause: 'link' as const }] };
    await db.checks.add(check);
    expect(await checksBetween(db, 'own', TODAY, TODAY)).toEqual([check]);
  });
});

describe('the two worlds', () => {
  const both = async () => {
    const db = freshDatabase();
    await db.checks.bulkAdd([aCheck(), aCheck({ daysAgo: 1 }), ...[0, 1, 2].map((daysAgo) => aCheck({ world: 'demo', daysAgo }))]);
    return db;
  };

  it('never see each other’s checks', async () => {
    const db = await both();
    const worlds = async (world: 'own' | 'demo') =>
      (await checksBetween(db, world, addDays(TODAY, -BASELINE_DAYS), TODAY)).map((check) => check.world);
    expect([await worlds('own'), await worlds('demo')]).toEqual([
      ['own', 'own'],
      ['demo', 'demo', 'demo'],
    ]);
    expect([await countChecks(db, 'own'), await countChecks(db, 'demo')]).toEqual([2, 3]);
  });

  it('are separate: demo checks are deleted without the user’s own', async () => {
    const db = await both();
    expect(await deleteDemo(db)).toBe(3);
    expect([await countChecks(db, 'own'), await countChecks(db, 'demo'), await deleteDemo(db)]).toEqual([2, 0, 0]);
  });
});

describe('devices', () => {
  it('are stored as they last described themselves', async () => {
    const db = freshDatabase();
    const belt = {
      id: 'x',
      name: 'Belt',
      class: 'chest',
      location: null,
      manufacturer: null,
      model: null,
      firmware: null,
      batteryPct: 80,
    } as const;
    await rememberDevice(db, { ...belt, lastSeenMs: 1 });
    await rememberDevice(db, { ...belt, batteryPct: 79, lastSeenMs: 2 });
    expect(await db.devices.toArray()).toEqual([{ ...belt, batteryPct: 79, lastSeenMs: 2 }]);
  });
});
