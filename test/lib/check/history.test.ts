import { describe, expect, it } from 'vitest';
import { Deletion } from '../../../lib/check/deletion';
import { historyPage, toHistoryRow } from '../../../lib/check/history';
import { addTags } from '../../../lib/check/tags';
import { heldClock } from '../../../lib/core/clock';
import { addDays } from '../../../lib/core/day';
import { importHistory } from '../../../lib/storage';
import { readDay } from '../../../lib/today/today';
import { aCheck, TODAY } from '../../support/checks';
import { freshDatabase } from '../../support/database';

describe('the list', () => {
  it('shows one world, newest first, by pages, with the total count', async () => {
    const db = freshDatabase();
    await db.checks.bulkAdd([
      ...[3, 0, 2, 1].map((daysAgo) => aCheck({ id: `${daysAgo}`, daysAgo })),
      aCheck({ world: 'demo', id: 'demo' }),
    ]);
    const page = await historyPage(db, 'own', 3);
    expect([page.rows.map(({ check }) => check.id), page.total]).toEqual([['0', '1', '2'], 4]);
    expect(page.rows[0]?.check).not.toHaveProperty('rrTicks');
    expect((await historyPage(db, 'demo', 3)).rows.map(({ check, counting }) => [check.id, counting])).toEqual([
      ['demo', { counts: false, why: 'demo' }],
    ]);
    expect(await historyPage(freshDatabase(), 'own', 3)).toEqual({ rows: [], total: 0 });
  });

  it('says which checks count, and why others do not', async () => {
    const db = freshDatabase();
    await db.checks.bulkAdd([
      aCheck({ id: 'poor', minutes: 0, rating: 'poor' }),
      aCheck({ id: 'short', minutes: 5, countedS: 50 }),
      aCheck({ id: 'first', minutes: 10 }),
      aCheck({ id: 'second', minutes: 15 }),
      aCheck({ id: 'unusable', daysAgo: 1, rating: 'unusable' }),
      { ...aCheck({ id: 'said', daysAgo: 2 }), asMorning: false },
    ]);
    const { rows } = await historyPage(db, 'own', 60);
    expect(Object.fromEntries(rows.map(({ check, counting }) => [check.id, counting.counts || counting.why]))).toEqual({
      poor: 'signal',
      short: 'short',
      first: true,
      second: 'later',
      unusable: 'signal',
      said: 'said',
    });
    expect(rows.find(({ check }) => check.id === 'unusable')?.rmssdMs).toBeNull();
  });

  it('finds the check that counts beyond the end of the page', async () => {
    const db = freshDatabase();
    await db.checks.bulkAdd([aCheck({ id: 'first' }), aCheck({ id: 'second', minutes: 5 })]);
    const { rows } = await historyPage(db, 'own', 1);
    expect(rows.map(({ check, counting }) => [check.id, counting.counts])).toEqual([['second', false]]);
  });

  it('shows the range by which the day was judged', async () => {
    const db = freshDatabase();
    const checks = Array.from({ length: 90 }, (_, daysAgo) =>
      aCheck({ id: `${daysAgo}`, daysAgo, rmssdMs: 50 + (daysAgo % 7) + daysAgo / 3 }),
    );
    await db.checks.bulkAdd(checks);
    const { rows } = await historyPage(db, 'own', 60);
    const today = await readDay(db, 'own', TODAY, Date.parse(addDays(TODAY, 1)));
    expect(rows[0]?.usual.lnRmssd).toEqual(today.readiness.day?.band);
    expect(rows[0]?.usual.hr).toEqual(today.readiness.hr);
    const day = rows[40]?.check.day ?? '';
    const then = await readDay(db, 'own', day, Date.parse(addDays(day, 1)));
    expect(rows[40]?.usual.lnRmssd).toEqual(then.readiness.day?.band);
    const check = checks[40];
    if (check === undefined) throw new Error('no check');
    expect(await toHistoryRow(db, check)).toEqual(rows[40]);
  });

  it('shows the day’s range also after mornings that were measured elsewhere', async () => {
    const db = freshDatabase();
    const imported = Array.from({ length: 40 }, (_, i) => ({ day: addDays(TODAY, -i - 5), rmssdMs: 48 + (i % 6), hrBpm: 55 + (i % 3) }));
    await importHistory(db, { id: 'import', source: 'hrv4training', atMs: 0 }, imported);
    const checks = Array.from({ length: 6 }, (_, daysAgo) => aCheck({ id: `${daysAgo}`, daysAgo, rmssdMs: 50 + daysAgo }));
    await db.checks.bulkAdd(checks);
    await db.checks.add(aCheck({ world: 'demo', id: 'demo' }));
    const { rows } = await historyPage(db, 'own', 60);
    const today = await readDay(db, 'own', TODAY, Date.parse(addDays(TODAY, 1)));
    expect(today.readiness.day).not.toBeNull();
    expect(rows[0]?.usual.lnRmssd).toEqual(today.readiness.day?.band);
    const [check] = checks;
    if (check === undefined) throw new Error('no check');
    expect((await toHistoryRow(db, check)).usual).toEqual(rows[0]?.usual);
    expect((await historyPage(db, 'demo', 60)).rows[0]?.usual).toEqual({ lnRmssd: null, hr: null });
  });
});

describe('deleting', () => {
  const withOne = async () => {
    const db = freshDatabase();
    const clock = heldClock(0);
    let told = 0;
    const deletion = new Deletion({
      clock,
      changed: async () => {
        told++;
      },
    });
    const checks = [{ ...aCheck({ id: 'a' }), tags: ['ill'], note: 'n' }, aCheck({ id: 'b' })];
    await db.checks.bulkAdd(checks);
    return { db, clock, deletion, checks, told: () => told, ids: async () => (await db.checks.toArray()).map(({ id }) => id) };
  };

  it('can be undone exactly; the badge is updated both times', async () => {
    const { db, deletion, checks, told, ids } = await withOne();
    await deletion.remove(db, 'a');
    expect([await ids(), told(), deletion.last.value?.what.id]).toEqual([['b'], 1, 'a']);
    await deletion.putBack();
    expect([await db.checks.toArray(), told(), deletion.last.value]).toEqual([checks, 2, null]);
  });

  it('cannot be undone after ten seconds, unless the button is in use', async () => {
    const { db, clock, deletion, ids } = await withOne();
    let inUse = true;
    deletion.holdWhile(() => inUse);
    await deletion.remove(db, 'a');
    await clock.advance(10_000);
    expect(deletion.last.value?.what.id).toBe('a');
    inUse = false;
    await clock.advance(9_999);
    expect(deletion.last.value?.what.id).toBe('a');
    await clock.advance(1);
    expect(deletion.last.value).toBeNull();
    await deletion.putBack();
    expect(await ids()).toEqual(['b']);
  });

  it('keeps only the last check, for its own ten seconds', async () => {
    const { db, clock, deletion, ids } = await withOne();
    await deletion.remove(db, 'a');
    await clock.advance(6000);
    await deletion.remove(db, 'b');
    await clock.advance(6000);
    expect(deletion.last.value?.what.id).toBe('b');
    await deletion.putBack();
    expect(await ids()).toEqual(['b']);
  });

  it('does nothing for a check that does not exist', async () => {
    const { db, deletion, told } = await withOne();
    await deletion.remove(db, 'gone');
    expect([deletion.last.value, told()]).toEqual([null, 0]);
  });
});

describe('tags', () => {
  it('are unique, with the first spelling', () => {
    expect(addTags([], ' late  night, Wine,,wine , ill')).toEqual(['late night', 'Wine', 'ill']);
    expect(addTags(['ill'], 'ILL')).toEqual(['ill']);
    expect(addTags(['ill'], ' , ')).toEqual(['ill']);
  });

  it('have a maximum length', () => {
    expect(addTags([], 'x'.repeat(100))[0]).toHaveLength(40);
    expect(addTags([], Array.from({ length: 50 }, (_, i) => `tag ${i}`).join())).toHaveLength(20);
  });
});
