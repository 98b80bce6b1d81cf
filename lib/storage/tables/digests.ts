import type { Table } from 'dexie';
import * as v from 'valibot';
import { defineTable } from '../table';
import type { DigestRow, StoredSnapshot } from '../types';

/** The table of digest.ts: the revision mark, and the snapshot of today. */

declare module '../table' {
  interface Tables {
    digests: Table<DigestRow, DigestRow['key']>;
  }
}

/** Only the product version that wrote the snapshot reads it, so the schema checks only its outline. */
const outline = v.looseObject({ mark: v.string(), version: v.string(), fromMs: v.number(), untilMs: v.number(), dayUntilMs: v.number() });

export default defineTable<DigestRow>({
  name: 'digests',
  stores: { 4: 'key' },
  todayRestsOn: false,
  derived: true,
  row: v.variant('key', [
    v.object({ key: v.literal('revision'), mark: v.string() }),
    v.object({ key: v.literal('today'), stored: v.custom<StoredSnapshot>((stored) => v.is(outline, stored)) }),
  ]),
});
