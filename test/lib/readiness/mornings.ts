import { addDays } from '../../../lib/core/day';
import { type DayCheck, judgeReadiness, type Readiness } from '../../../lib/readiness';
import { randomFrom } from '../../support/rr-generator';

export const TODAY = '2026-05-04';

/** A morning's check, this many days before today. */
export function morning(daysAgo: number, lnRmssd: number, hrBpm: number | null = 52): DayCheck {
  return { day: addDays(TODAY, -daysAgo), lnRmssd, hrBpm };
}

/** One check on each of the `count` days before today, alternating around a mean: mean 4 exactly, SD near `spread`. */
export function alternating(count: number, spread = 0.2): DayCheck[] {
  return Array.from({ length: count }, (_, i) => morning(i + 1, 4 + (i % 2 === 0 ? spread : -spread)));
}

/** Realistic mornings: ln(RMSSD) about 3.4–4.6, SD about 0.1–0.3; a share `taken` of the days, random by default. */
export function someMornings(seed: number, days = 80, taken?: number): DayCheck[] {
  const random = randomFrom(seed);
  const mean = 3.4 + 1.2 * random();
  const sd = 0.1 + 0.2 * random();
  const share = taken ?? 0.3 + 0.7 * random();
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const checks: DayCheck[] = [];
  for (let daysAgo = 1; daysAgo <= days; daysAgo++) {
    const value = mean + sd * normal();
    if (random() < share) checks.push(morning(daysAgo, value));
  }
  return checks;
}

/** Mean and sample SD, by their definitions. */
export function meanSd(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, sd: Math.sqrt(variance) };
}

/** The verdict from HRV alone. */
export function readinessOn(history: readonly DayCheck[], day: string, today: DayCheck | null, unreadable = false): Readiness {
  return judgeReadiness({ day, checks: history, today, unreadable });
}
