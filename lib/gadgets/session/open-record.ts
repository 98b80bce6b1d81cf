import { dayOf } from '../../day';
import type { RunnerParts } from './runner';
import type { SessionPlan, SessionRecord } from './types';

/** The record of a session that begins now. */
export function openRecord(plan: SessionPlan, parts: RunnerParts): SessionRecord {
  const { clock, kind, device, driver, timeZone, newId, demo } = parts;
  const zone = timeZone();
  const startedAtMs = clock.now();
  return {
    id: newId(),
    plan,
    device: { ...device, kind: kind.id, class: driver.capabilities.value.class },
    startedAtMs,
    endedAtMs: null,
    timeZone: zone,
    day: dayOf(startedAtMs, zone),
    end: null,
    done: [],
    activeS: 0,
    demo,
  };
}
