import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import type { Day } from '../../core/day';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `labs`: values from the user's own blood work, or of anything else that they follow. */

/** One value from the user's own blood work, or anything else that they follow: any name, any unit. */
export interface LabValue {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly day: Day;
  readonly value: number;
  /** The reference range of the user's laboratory. */
  readonly low: number | null;
  readonly high: number | null;
  readonly note: string;
}

declare module '../table' {
  interface Tables {
    labs: EntityTable<LabValue, 'id'>;
  }
}

export default defineTable<LabValue>({
  name: 'labs',
  stores: { 3: 'id, [name+day]' },
  todayRestsOn: false,
  row: v.object({
    id: f.id,
    name: v.string(),
    unit: v.string(),
    day: f.day,
    value: f.figure,
    low: f.figureOrNull,
    high: f.figureOrNull,
    note: v.string(),
  }),
});

/** All values, by name and then by day. */
export function allLabs(db: ReboundDatabase): Promise<LabValue[]> {
  return db.labs.orderBy('[name+day]').toArray();
}

export async function putLab(db: ReboundDatabase, lab: LabValue): Promise<void> {
  await db.labs.put(lab);
}

/** Deletes a value. Returns it, so that it can be restored; null if there was none. */
export function deleteLab(db: ReboundDatabase, id: string): Promise<LabValue | null> {
  return db.transaction('rw', db.labs, async () => {
    const lab = (await db.labs.get(id)) ?? null;
    await db.labs.delete(id);
    return lab;
  });
}
