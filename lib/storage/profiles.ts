import type { ReboundDatabase } from './database';
import type { StoredProfile } from './types';

/** Owner of `profiles`: what the user imported, as text; whoever uses one reads and judges it anew. */

export async function putProfile(db: ReboundDatabase, profile: StoredProfile): Promise<void> {
  await db.profiles.put(profile);
}

/** Oldest first. */
export function storedProfiles(db: ReboundDatabase): Promise<StoredProfile[]> {
  return db.profiles.toCollection().sortBy('importedAtMs');
}

/** Removes one. Returns it, so that it can be put back; null when there was none. */
export function deleteProfile(db: ReboundDatabase, id: string): Promise<StoredProfile | null> {
  return db.transaction('rw', db.profiles, async () => {
    const profile = (await db.profiles.get(id)) ?? null;
    await db.profiles.delete(id);
    return profile;
  });
}
