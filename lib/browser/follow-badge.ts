import { liveQuery } from 'dexie';
import { type ReboundDatabase, readRevision } from '../storage';

/**
 * Has the badge renewed now and after every write that today rests on, for as long as the page or the background lives. Writes that come while
 * it is being renewed are taken together.
 * Returns what ends it.
 * @param renew in a page: asks the background, which may have to be woken
 */
export function followBadge(db: ReboundDatabase, renew: () => Promise<unknown>): () => void {
  let isRunning = false;
  let isStale = false;
  let isOver = false;
  const run = async () => {
    isStale = true;
    if (isRunning) return;
    isRunning = true;
    while (isStale && !isOver) {
      isStale = false;
      await renew().catch((error: unknown) => console.error('badge', error));
    }
    isRunning = false;
  };
  const following = liveQuery(() => readRevision(db)).subscribe({
    next: () => void run(),
    error: (error: unknown) => console.error('badge', error),
  });
  return () => {
    isOver = true;
    following.unsubscribe();
  };
}
