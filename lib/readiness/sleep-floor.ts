import { addDays, type Day } from '../core/day';
import { computeMean } from '../core/statistics';
import type { DayCheckIn, DayNight, ShortSleep } from './types';

/**
 * A floor under sleep that does not depend on what is usual for a person: who always sleeps five hours does not train well on them
 * (Watson 2015, Sleep 38:843: adults need seven and more; the hours of the floor are ours).
 */
const VERY_SHORT_H = 5;
const SHORT_H = 6;
const NIGHTS = 4;
const SHORT_NIGHTS = 3;
const FORTNIGHT = 14;
/** Nights known of the fortnight that its mean needs. Ours. */
const LEAST_KNOWN = 7;

/** Why the day is at most a normal one, as far as sleep is known; null: enough. */
export function findShortSleep(day: Day, checkIns: readonly DayCheckIn[], nights: readonly DayNight[]): ShortSleep | null {
  const said = new Map(nights.map((night) => [night.day, night.sleepHours]));
  for (const one of checkIns) if (one.sleepHours != null) said.set(one.day, one.sleepHours);
  const before = Array.from({ length: FORTNIGHT }, (_, i) => said.get(addDays(day, -i)) ?? null);
  const last = before[0] ?? null;
  const short = before.slice(0, NIGHTS).filter((hours) => hours !== null && hours < SHORT_H).length;
  if (short >= SHORT_NIGHTS) return { kind: 'nights', nights: short };
  if (last !== null && last < VERY_SHORT_H) return { kind: 'night', hours: last };
  const known = before.flatMap((hours) => hours ?? []);
  const mean = computeMean(known);
  return mean !== null && known.length >= LEAST_KNOWN && mean < SHORT_H ? { kind: 'fortnight', hours: mean } : null;
}
