import type { ReadonlySignal } from '@preact/signals';
import type { HeartRateMeasurement } from '../../bluetooth/services/heart-rate';
import type { SessionPlan } from '../../catalogue';
import type { Clock } from '../../core/clock';
import { localZone } from '../../core/day';
import type { ReboundDatabase } from '../../storage';
import type { Controlled } from '../links/controlled';
import type { PaceSettings } from '../pace';
import { BELT, holdLowest, PaceGuard } from '../pace/pace-guard';
import type { Click } from '../safety/click';
import { databaseRecords } from './database-records';
import type { DeviceSessions } from './device-sessions';
import type { SessionRunner } from './runner';
import type { SessionConditions } from './runner-parts';

export interface SessionParts {
  readonly db: ReboundDatabase;
  readonly deviceSessions: DeviceSessions;
  /** A clock whose timers survive a hidden page: `sessionClock()`. */
  readonly clock: Clock;
  /** The strap's last measurement, for walks under a heart-rate cap. */
  readonly strap: ReadonlySignal<HeartRateMeasurement | null>;
  /** The pace guard of a session. */
  readonly guards: WeakMap<SessionRunner, PaceGuard>;
}

/**
 * Starts a session on a device; `pace`: under a heart-rate cap. False when one is running there, something blocks it, or the click is old.
 */
export function startSession(
  { db, deviceSessions, clock, strap, guards }: SessionParts,
  { id, name, driverKind, driver, connected, demo, given }: Controlled,
  plan: SessionPlan,
  click: Click,
  conditions: SessionConditions,
  pace: PaceSettings | null = null,
): boolean {
  const session = deviceSessions.open(plan, {
    clock,
    driver,
    kind: driverKind,
    device: { id, name },
    connected,
    records: databaseRecords(db),
    timeZone: localZone,
    newId: () => crypto.randomUUID(),
    demo,
    ...(given === undefined ? {} : { given }),
  });
  if (session === null) return false;
  // Before the first command.
  if (pace !== null && !holdLowest(session, pace)) return false;
  if (!session.start(click, conditions)) return false;
  if (pace !== null) {
    const beltKmh = () => driver.telemetry.value.speedKmh ?? driver.telemetry.value.levels?.[BELT] ?? null;
    guards.set(session, new PaceGuard(session, pace, { clock, strap, beltKmh }));
  }
  return true;
}
