import type { EntityTable } from 'dexie';
import * as v from 'valibot';
import * as f from '../fields';
import { defineTable, type ReboundDatabase } from '../table';

/** Owner of `profiles`: imported device profiles, stored as text and validated each time they are used. */

/** A device profile that the user imported, as the original text. */
export interface StoredProfile {
  readonly id: string;
  readonly text: string;
  readonly importedAtMs: number;
}

declare module '../table' {
  interface Tables {
    profiles: EntityTable<StoredProfile, 'id'>;
  }
}

export default defineTable<StoredProfile>({
  name: 'profiles',
  stores: { 2: 'id' },
  todayRestsOn: false,
  naturalKey: true,
  row: v.object({ id: f.id, text: v.string(), importedAtMs: f.instantMs }),
});

export async function putProfile(db: ReboundDatabase, profile: StoredProfile): Promise<void> {
  await db.profiles.put(profile);
}

/** Oldest first. */
export function storedProfiles(db: ReboundDatabase): Promise<StoredProfile[]> {
  return db.profiles.toCollection().sortBy('importedAtMs');
}

/** Deletes a profile. Returns it, so that it can be restored; null if there was none. */
export function deleteProfile(db: ReboundDatabase, id: string): Promise<StoredProfile | null> {
  return db.transaction('rw', db.profiles, async () => {
    const profile = (await db.profiles.get(id)) ?? null;
    await db.profiles.delete(id);
    return profile;
  });
}
