import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import * as f from '../fields';
import { defineTable } from '../table';

/** A copy of a damaged row that a new row replaced. */
export interface ReplacedRow {
  readonly id: string;
  readonly table: string;
  readonly key: unknown;
  readonly row: unknown;
  /** When it was replaced. */
  readonly atMs: number;
}

declare module '../table' {
  interface Tables {
    damagedRows: EntityTable<ReplacedRow, 'id'>;
  }
}

export default defineTable<ReplacedRow>({
  name: 'damagedRows',
  stores: { 5: 'id' },
  todayRestsOn: false,
  row: v.object({ id: f.id, table: v.string(), key: v.unknown(), row: v.unknown(), atMs: v.number() }),
});
