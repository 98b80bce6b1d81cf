import type { DayEvent } from '../lib/readiness';
import type { PlannedSession } from '../lib/training';
import type { Scenario } from './scenario';
import type { CivilZone } from './zone';

/** The planned sessions of a scenario, with their instants and waking days. */

export function plannedIn({ planned, ...times }: Scenario, zone: CivilZone): (PlannedSession & { readonly day: string })[] {
  return planned.map(({ sport, at, minutes, intensity }) => {
    const atMs = zone.toInstant(at);
    return { sport, atMs, minutes, intensity, day: zone.toWakingDay(atMs, times) };
  });
}

export function toScenarioEvents({ events, ...times }: Scenario, zone: CivilZone): DayEvent[] {
  return events.map(({ kind, at }) => ({ kind, atMs: zone.toInstant(at), day: zone.toWakingDay(zone.toInstant(at), times) }));
}
