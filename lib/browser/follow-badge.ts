import { liveQuery } from 'dexie';
import { type ReboundDatabase, readRevision } from '../storage';
import { coalesced } from './coalesced';

/**
 * Has the badge renewed now and after every write that today rests on, for as long as the page or the background lives. Writes that come while
 * it is being renewed are taken together.
 * Returns what ends it.
 * @param renew in a page: asks the background, which may have to be woken
 */
export function followBadge(db: ReboundDatabase, renew: () => Promise<unknown>): () => void {
  const run = coalesced(renew);
  const report = (error: unknown) => console.error('badge', error);
  const following = liveQuery(() => readRevision(db)).subscribe({ next: () => void run().catch(report), error: report });
  return () => following.unsubscribe();
}
