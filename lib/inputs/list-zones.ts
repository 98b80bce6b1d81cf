import type { Day } from '../core/day';
import { offsetMs } from '../core/local-time';
import { MINUTE_MS } from '../core/time';
import type { DayZone } from '../readiness';

/** Something that was entered by hand: its zone is the one that the machine was in. */
interface Entered {
  readonly day: Day;
  readonly timeZone: string;
  readonly atMs: number;
}

/**
 * The offsets from UTC in which the user was, oldest first. Activities are no evidence: those that are imported have the zone in which they
 * were imported.
 */
export function listZones(entered: readonly Entered[], nowMs: number): DayZone[] {
  return entered
    .filter(({ atMs }) => atMs <= nowMs)
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ day, timeZone, atMs }) => ({ day, offsetMin: offsetMs(atMs, timeZone) / MINUTE_MS }));
}
