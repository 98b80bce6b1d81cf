import type { ReboundDatabase } from './database';
import type { LabValue } from './types';

/** Owner of `labs`: values from the user's own blood work, or of anything else that they follow. */

/** All of them, by name and then by day. */
export function allLabs(db: ReboundDatabase): Promise<LabValue[]> {
  return db.labs.orderBy('[name+day]').toArray();
}

export async function putLab(db: ReboundDatabase, lab: LabValue): Promise<void> {
  await db.labs.put(lab);
}

/** Removes one. Returns it, so that it can be put back; null when there was none. */
export function deleteLab(db: ReboundDatabase, id: string): Promise<LabValue | null> {
  return db.transaction('rw', db.labs, async () => {
    const lab = (await db.labs.get(id)) ?? null;
    await db.labs.delete(id);
    return lab;
  });
}
