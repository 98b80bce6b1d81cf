import { findItem } from '../../catalogue';
import type { DeviceSessions } from './device-sessions';
import type { SessionRunner } from './runner';

/** A session on a device for an item of the plan. */
export interface ItemSession {
  readonly deviceId: string;
  readonly itemId: string;
  readonly session: SessionRunner;
}

/** Running sessions, and ended ones that were not dismissed. Reads signals. */
export function itemSessions({ sessions }: Pick<DeviceSessions, 'sessions'>): ItemSession[] {
  return [...sessions.value].flatMap(([deviceId, session]) => {
    const itemId = findItem(session.plan);
    const inSight = session.live || (session.view.end.value !== null && !session.view.dismissed.value);
    return inSight && itemId !== null ? [{ deviceId, itemId, session }] : [];
  });
}
