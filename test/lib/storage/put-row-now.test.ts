import { expect, it } from 'vitest';
import {
  type Check,
  putLogEntryNow,
  putSessionNow,
  type ReboundDatabase,
  readRevision,
  type SessionRecord,
  type StoredLogEntry,
  writeNotesNow,
} from '../../../lib/storage';
import { freshDatabase } from '../../support/database';
import { allRaw, aRow } from '../../support/rows';

/** Every write for a closing page, with its table. */
const WRITES: readonly (readonly ['checks' | 'planLog' | 'sessions', (db: ReboundDatabase, row: unknown) => void])[] = [
  ['checks', (db, row) => writeNotesNow(db, row as Check)],
  ['planLog', (db, row) => putLogEntryNow(db, row as StoredLogEntry)],
  ['sessions', (db, row) => putSessionNow(db, row as SessionRecord)],
];

it.each(WRITES)('a write to %s while the page closes renews the revision mark', async (table, write) => {
  const db = freshDatabase();
  await db.open();
  const before = await readRevision(db);
  write(db, aRow(table, 0));
  // A read that is queued after the write waits for it.
  expect(await allRaw(db, table)).toHaveLength(1);
  const after = await readRevision(db);
  expect(after).not.toBe(before);
  write(db, aRow(table, 0));
  await allRaw(db, table);
  expect(await readRevision(db)).not.toBe(after);
  db.close();
});
