import { describe, expect, it, vi } from 'vitest';
import {
  appendLink,
  appendPacket,
  discardRecording,
  keepRecording,
  markLeftNow,
  openRecording,
  openRecordings,
  type ReboundDatabase,
  readJournal,
  updateSensor,
} from '../../../lib/storage';
import { aCheck, aRecording } from '../../support/checks';
import { freshDatabase } from '../../support/database';
import { packet, START_MS } from '../../support/packets';
import { until } from '../../support/until';

async function withRecordings(...ids: string[]): Promise<ReboundDatabase> {
  const db = freshDatabase();
  for (const id of ids) {
    await openRecording(db, aRecording(id));
    await appendPacket(db, id, packet([1000, 1010]));
    await appendPacket(db, id, packet([65_535, 0]));
  }
  return db;
}

function full(): never {
  throw new Error('disk full');
}

describe('the journal', () => {
  it('returns what was written, in order, separately for each recording', async () => {
    const db = freshDatabase();
    for (const id of ['a', 'b']) await openRecording(db, aRecording(id));
    await appendPacket(db, 'a', packet([1000, 65_535], START_MS));
    await appendPacket(db, 'b', packet([7], START_MS));
    await appendLink(db, 'a', 'link-lost', START_MS + 1);
    await appendLink(db, 'a', 'link-back', START_MS + 2);
    await appendPacket(db, 'a', packet([], START_MS + 3));
    expect((await readJournal(db, 'a')).map((entry) => [entry.kind, entry.atMs])).toEqual([
      ['packet', START_MS],
      ['link-lost', START_MS + 1],
      ['link-back', START_MS + 2],
      ['packet', START_MS + 3],
    ]);
    expect((await readJournal(db, 'a'))[0]).toMatchObject({ rrTicks: Uint16Array.of(1000, 65_535), hrBpm: 60, contact: 'detected' });
  });

  it('stores the sensor once it is known', async () => {
    const db = await withRecordings('a');
    const sensor = {
      id: 'x',
      name: 'Belt',
      class: 'chest',
      location: 'chest',
      manufacturer: null,
      model: null,
      firmware: null,
      batteryPct: 5,
    } as const;
    await updateSensor(db, 'a', sensor);
    await updateSensor(db, 'nobody', sensor);
    expect((await openRecordings(db)).map((one) => [one.id, one.sensor?.name])).toEqual([['a', 'Belt']]);
  });

  it('marks a recording as left before anything else can run', async () => {
    const db = await withRecordings('a', 'b');
    markLeftNow(db, aRecording('a'));
    let left: string[] = [];
    await until(() => {
      void openRecordings(db).then((all) => {
        left = all.filter((one) => one.left).map((one) => one.id);
      });
      return left.length > 0;
    });
    expect(left).toEqual(['a']);
    expect(await readJournal(db, 'a')).toHaveLength(2);
  });
});

describe('keeping a recording', () => {
  it('stores the check and deletes its journal only', async () => {
    const db = await withRecordings('a', 'b');
    expect(await keepRecording(db, aCheck({ id: 'a' }))).toBe(true);
    expect((await db.checks.toArray()).map(({ id }) => id)).toEqual(['a']);
    expect((await openRecordings(db)).map(({ id }) => id)).toEqual(['b']);
    expect([(await readJournal(db, 'a')).length, (await readJournal(db, 'b')).length]).toEqual([0, 2]);
  });

  it('leaves a recording unchanged that has already ended', async () => {
    const db = await withRecordings('a');
    await keepRecording(db, aCheck({ id: 'a', rmssdMs: 40 }));
    expect(await keepRecording(db, aCheck({ id: 'a', rmssdMs: 99 }))).toBe(false);
    expect((await db.checks.get('a'))?.summary.raw.rmssdMs).toBe(40);
    await discardRecording(db, 'a');
    expect(await db.checks.count()).toBe(1);
  });

  it('twice at once stores one check', async () => {
    const db = await withRecordings('a');
    const both = await Promise.all([keepRecording(db, aCheck({ id: 'a' })), keepRecording(db, aCheck({ id: 'a' }))]);
    expect([both.sort(), await db.checks.count()]).toEqual([[false, true], 1]);
  });

  const broken = {
    checks: (db: ReboundDatabase) => vi.spyOn(db.checks, 'put').mockImplementation(full),
    recordings: (db: ReboundDatabase) => vi.spyOn(db.recordings, 'delete').mockImplementation(full),
    journal: (db: ReboundDatabase) => vi.spyOn(db.journal, 'where').mockImplementation(full),
  };
  it.each(['checks', 'recordings', 'journal'] as const)('is all or nothing: %s fails', async (table) => {
    const db = await withRecordings('a');
    const spy = broken[table](db);
    await expect(keepRecording(db, aCheck({ id: 'a' }))).rejects.toThrow('disk full');
    spy.mockRestore();
    expect([await db.checks.count(), (await openRecordings(db)).length, (await readJournal(db, 'a')).length]).toEqual([0, 1, 2]);
  });
});

describe('discarding a recording', () => {
  it('deletes the recording and its journal only', async () => {
    const db = await withRecordings('a', 'b');
    await discardRecording(db, 'a');
    await discardRecording(db, 'nobody');
    expect([(await openRecordings(db)).map(({ id }) => id), await db.checks.count(), await db.journal.count()]).toEqual([['b'], 0, 2]);
  });

  it('is all or nothing', async () => {
    const db = await withRecordings('a');
    const broken = vi.spyOn(db.journal, 'where').mockImplementation(full);
    await expect(discardRecording(db, 'a')).rejects.toThrow('disk full');
    broken.mockRestore();
    expect([(await openRecordings(db)).length, (await readJournal(db, 'a')).length]).toEqual([1, 2]);
  });
});
