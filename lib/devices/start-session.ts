import type { Clock } from '../clock';
import type { Click } from '../gadgets/safety/click';
import { databaseRecords } from '../gadgets/session/database-records';
import type { SessionDesk } from '../gadgets/session/desk';
import type { Circumstance } from '../gadgets/session/runner';
import type { SessionPlan } from '../gadgets/session/types';
import type { ReboundDatabase } from '../storage';
import type { Controlled } from './controlled';

export interface SessionParts {
  readonly db: ReboundDatabase;
  readonly desk: SessionDesk;
  /** Timers of which survive a hidden page: `sessionClock()`. */
  readonly clock: Clock;
}

/** Starts a session on a device. False when one is under way there, something stands in the way, or the click is old. */
export function startSession(
  { db, desk, clock }: SessionParts,
  { id, name, gadget, driver, connected, demo }: Controlled,
  plan: SessionPlan,
  click: Click,
  circumstance: Circumstance,
): boolean {
  const session = desk.open(plan, {
    clock,
    driver,
    kind: gadget,
    device: { id, name },
    connected,
    records: databaseRecords(db),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId: () => crypto.randomUUID(),
    demo,
  });
  return session?.start(click, circumstance) ?? false;
}
