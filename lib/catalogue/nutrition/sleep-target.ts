/** Sleep: 7–9 h (Fleet Feet, Running recovery), more for those who compete (Fleet Feet). */

import { clamp } from '../../core/numbers';

const DAY_MIN = 1440;
const LEAST_H = 7;
const MOST_H = 9;
/** Ours: the middle of the range, and its upper end before a race. */
const USUAL_H = 8;
const COMPETING_H = 9;

/** The target, minutes a night: the user's own target within 7–9 h, otherwise 8, or 9 while competing. */
export function bedtimeMinutes(targetH: number | null, competing: boolean): number {
  const hours = targetH ?? (competing ? COMPETING_H : USUAL_H);
  return Math.round(clamp(hours, LEAST_H, MOST_H) * 60);
}

/** The bedtime for this much sleep before the wake-up time: both `HH:MM` in local time. */
export function findBedtime(wake: string, minutes: number): string {
  const [hour = 0, minute = 0] = wake.split(':').map(Number);
  const at = (((hour * 60 + minute - minutes) % DAY_MIN) + DAY_MIN) % DAY_MIN;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}
