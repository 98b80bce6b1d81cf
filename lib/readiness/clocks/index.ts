import type { ScoredActivity } from '../../training';
import type { DayEvent } from '../race-day';
import type { DayCheckIn, Readiness } from '../types';
import { type FuelClock, type FuelDay, fuelClock } from './fuel';
import { type MuscleClock, muscleClocks } from './muscles';

export type { FuelClock, FuelDay } from './fuel';
export type { MuscleClock } from './muscles';

/** Three clocks of recovery, as ranges of hours from now, never exact: fuel, autonomic, muscles by region. */
export interface Clocks {
  /** Null: nothing to refill. */
  readonly fuel: FuelClock | null;
  /** This morning's HRV compared with the usual; `since`: there was training after the check. */
  readonly autonomic: { readonly state: 'usual' | 'below' | 'above' | 'unknown'; readonly since: boolean };
  readonly muscles: readonly MuscleClock[];
}

/** HRV says nothing about muscles, so HRV in range clears no region. */
export function setClocks(
  readiness: Pick<Readiness, 'day' | 'doneSince'>,
  activities: readonly ScoredActivity[],
  checkIn: DayCheckIn | undefined,
  nowMs: number,
  massKg: number | null,
  fuelDay: FuelDay | null = null,
  events: readonly DayEvent[] = [],
): Clocks {
  const position = readiness.day?.position ?? null;
  return {
    fuel: fuelClock(activities, nowMs, massKg, fuelDay),
    autonomic: {
      state: position === null ? 'unknown' : position === 'within' ? 'usual' : position,
      since: position !== null && readiness.doneSince > 0,
    },
    muscles: muscleClocks(activities, checkIn, nowMs, events),
  };
}
