import type { SessionPlan } from '../../catalogue';
import { toDay } from '../../core/day';
import type { SessionRecord } from '../../storage';
import type { RunnerParts } from './runner-parts';

/** The record of a session that starts now; `device` is null for the guided timer. */
export function openRecord(
  plan: SessionPlan,
  device: SessionRecord['device'],
  { clock, timeZone, newId, demo }: Pick<RunnerParts, 'clock' | 'timeZone' | 'newId' | 'demo'>,
): SessionRecord {
  const zone = timeZone();
  const startedAtMs = clock.now();
  return {
    id: newId(),
    plan,
    device,
    startedAtMs,
    endedAtMs: null,
    timeZone: zone,
    day: toDay(startedAtMs, zone),
    end: null,
    done: [],
    activeS: 0,
    demo,
  };
}
