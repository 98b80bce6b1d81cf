import { mergeActivity, type PageActivity, type ReboundDatabase, type StoredActivity } from '../../lib/storage';
import type { Activity } from '../../lib/training';

/** A row as the page that it came from shows it, to the second. */
export function asPage({ startMs, timeZone, day: _, ...row }: StoredActivity): PageActivity {
  // Swedish writes dates as ISO 8601 does.
  const startLocal = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(startMs);
  return { ...row, startLocal: startLocal.replace(' ', 'T') };
}

/** Opens the page of a row in the row's own zone. */
export function mergeRow(db: ReboundDatabase, row: StoredActivity, guessed: readonly (keyof Activity)[] = []): Promise<StoredActivity> {
  return mergeActivity(db, asPage(row), row.timeZone, guessed);
}
