import type { Day } from '../core/day';
import { addDays } from '../core/day';

/** A race or a hard session that the user entered ahead. `atMs` is its start; `day` its local day. */
export interface DayEvent {
  readonly kind: 'race' | 'hard-session';
  readonly atMs: number;
  readonly day: Day;
}

/** Whether a race is today or tomorrow; today's comes first. Null: neither. */
export function findRace(events: readonly DayEvent[], day: Day): 'today' | 'tomorrow' | null {
  const isOn = (on: Day) => events.some((event) => event.kind === 'race' && event.day === on);
  if (isOn(day)) return 'today';
  return isOn(addDays(day, 1)) ? 'tomorrow' : null;
}
