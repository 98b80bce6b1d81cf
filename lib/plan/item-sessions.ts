import type { SessionDesk } from '../gadgets/session/desk';
import type { SessionRunner } from '../gadgets/session/runner';
import { isItemId } from './log-session';

/** A session on a device that carries out an item of the plan. */
export interface ItemSession {
  readonly deviceId: string;
  readonly itemId: string;
  readonly session: SessionRunner;
}

/** Those under way, and those that are over until they are put away. Reads signals. */
export function itemSessions({ sessions }: Pick<SessionDesk, 'sessions'>): ItemSession[] {
  return [...sessions.value].flatMap(([deviceId, session]) => {
    const itemId = session.plan.from;
    const inSight = session.live || (session.view.end.value !== null && !session.view.putAway.value);
    return inSight && isItemId(itemId) ? [{ deviceId, itemId, session }] : [];
  });
}
