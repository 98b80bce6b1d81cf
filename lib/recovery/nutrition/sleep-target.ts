/** Sleep: 7–9 h (003, 004), more for those who compete (003). */

const LEAST_H = 7;
const MOST_H = 9;
/** Ours: the middle of the range, and its upper end before a race. */
const USUAL_H = 8;
const COMPETING_H = 9;

/** Minutes a night to aim at: the user's own target held to 7–9 h, else 8, or 9 while competing. */
export function bedtimeMinutes(targetH: number | null, competing: boolean): number {
  const hours = targetH ?? (competing ? COMPETING_H : USUAL_H);
  return Math.round(Math.min(MOST_H, Math.max(LEAST_H, hours)) * 60);
}
