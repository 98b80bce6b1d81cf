import { describe, expect, it } from 'vitest';
import { databaseRecords } from '../../../../lib/devices/session/database-records';
import type { SessionRecord } from '../../../../lib/storage';
import { deleteSessionEntries, logBetween } from '../../../../lib/storage';
import { toLogEntry } from '../../../../lib/today/plan/log-session';
import { freshDatabase } from '../../../support/database';

const record = (changes: Partial<SessionRecord> = {}, plan: Partial<SessionRecord['plan']> = {}): SessionRecord => ({
  id: 'r',
  plan: {
    modality: 'massage-gun',
    steps: [{ seconds: 600 }],
    doseOf: 'ours',
    doseId: 'five-muscles',
    variant: null,
    item: 'massage-gun@s1+',
    preset: null,
    ...plan,
  },
  device: null,
  startedAtMs: Date.parse('2026-05-04T10:00:00Z'),
  endedAtMs: Date.parse('2026-05-04T10:10:00Z'),
  timeZone: 'UTC',
  day: '2026-05-04',
  end: 'finished',
  done: [],
  activeS: 600,
  demo: false,
  ...changes,
});

describe('a session in the log of the plan', () => {
  it('ticks its item off, with its real length', () => {
    expect(toLogEntry(record({ activeS: 420 }))).toMatchObject({
      itemId: 'massage-gun@s1+',
      world: 'own',
      minutes: 7,
      outcome: 'done',
      sessionId: 'r',
    });
  });

  it('of a preset is done without a plan', () => {
    expect(toLogEntry(record({}, { item: null, preset: 'gun-legs' }))).toMatchObject({ itemId: null, modality: 'massage-gun' });
  });

  it.each([
    ['massage-gun@s1+', 'massage-gun@s1+'],
    ['gun-legs', null],
    [null, null],
  ])('of an older row, which only has `from` %s, belongs to the item %s', (from, itemId) => {
    const { plan, ...row } = record();
    const { modality, steps, doseOf } = plan;
    expect(toLogEntry({ ...row, plan: { modality, steps, doseOf, from } })?.itemId).toBe(itemId);
  });

  it('keeps dose, variant and source', () => {
    const plan = { modality: 'contrast', doseId: 'in-turn', variant: 'warm-bath', doseOf: 'ours' };
    expect(toLogEntry(record({}, plan))).toMatchObject(plan);
  });

  it.each([
    ['runs', record({ endedAtMs: null })],
    ['was hardly begun', record({ activeS: 59 })],
    ['was less than half of it', record({ activeS: 299 })],
    ['is no modality of a plan', record({}, { modality: 'bed-massage' })],
  ])('is not logged when it %s', (_, session) => {
    expect(toLogEntry(session)).toBeNull();
  });

  it('in cold water counts however short it was, because the limit is one a day', () => {
    expect(toLogEntry(record({ activeS: 60 }, { modality: 'cold-water-immersion' }))).toMatchObject({ minutes: 1 });
    expect(toLogEntry(record({ activeS: 20 }, { modality: 'cold-water-immersion' }))).toMatchObject({ minutes: 20 / 60 });
    expect(toLogEntry(record({ activeS: 0 }, { modality: 'cold-water-immersion' }))).toBeNull();
  });

  it('that repeats an item is logged separately, and can be deleted by itself', async () => {
    const db = freshDatabase();
    const sink = databaseRecords(db);
    const log = () => logBetween(db, 'own', '2026-05-04', '2026-05-04');
    await sink.put(record());
    await sink.put(record({ id: 'again', startedAtMs: Date.parse('2026-05-04T12:00:00Z'), activeS: 480 }));
    // A session's last record may be written twice.
    await sink.put(record({ id: 'again', startedAtMs: Date.parse('2026-05-04T12:00:00Z'), activeS: 480 }));
    expect((await log()).map(({ itemId, sessionId, minutes }) => [itemId, sessionId, minutes])).toEqual([
      ['massage-gun@s1+', 'r', 10],
      [null, 'again', 8],
    ]);
    await deleteSessionEntries(db, 'again');
    expect((await log()).map(({ sessionId }) => sessionId)).toEqual(['r']);
  });

  it('is logged even when the page goes away during it', async () => {
    const db = freshDatabase();
    const log = () => logBetween(db, 'own', '2026-05-04', '2026-05-04');
    await databaseRecords(db).put(record());
    const sink = databaseRecords(db);
    const later = { id: 'again', startedAtMs: Date.parse('2026-05-04T12:00:00Z'), activeS: 480 };
    await sink.put(record({ ...later, endedAtMs: null, end: null }));
    sink.putNow(record({ ...later, end: 'tab-closed' }));
    expect((await log()).map(({ itemId, sessionId }) => [itemId, sessionId])).toEqual([
      ['massage-gun@s1+', 'r'],
      [null, 'again'],
    ]);
  });

  it('is logged with its last record, the demo’s separately', async () => {
    const db = freshDatabase();
    const sink = databaseRecords(db);
    await sink.put(record({ endedAtMs: null }));
    expect(await logBetween(db, 'own', '2026-05-04', '2026-05-04')).toEqual([]);
    await sink.put(record());
    await sink.put(record({ id: 'd', demo: true }));
    expect((await logBetween(db, 'own', '2026-05-04', '2026-05-04')).length).toBe(1);
    expect((await logBetween(db, 'demo', '2026-05-04', '2026-05-04')).length).toBe(1);
  });
});
