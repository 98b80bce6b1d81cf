import { liveQuery } from 'dexie';
import { type ReboundDatabase, readRevision } from '../storage';

/**
 * Has the badge renewed now and after every write that today rests on, for as long as the page or the background lives. Writes that come while
 * it is being renewed are taken together.
 * @param renew in a page: asks the background, which may have to be woken
 */
export function followBadge(db: ReboundDatabase, renew: () => Promise<unknown>): void {
  let isRunning = false;
  let isStale = false;
  const run = async () => {
    isStale = true;
    if (isRunning) return;
    isRunning = true;
    while (isStale) {
      isStale = false;
      await renew().catch((error: unknown) => console.error('badge', error));
    }
    isRunning = false;
  };
  liveQuery(() => readRevision(db)).subscribe({
    next: () => void run(),
    error: (error: unknown) => console.error('badge', error),
  });
}
