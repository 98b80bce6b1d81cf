import type { Activity, Sport } from './types';

/** How hard an activity was, and whether it needs recovery. */

export type Effort = 'easy' | 'moderate' | 'hard';

/** CR10 from which a session is hard or moderate; load per hour if there is no CR10 (an hour at threshold is 100). Our choice. */
const RPE = { hard: 7, moderate: 5 } as const;
const SCORE_PER_HOUR = { hard: 85, moderate: 60 } as const;
/** Our choice, in minutes: from when a session is long, and the least that counts as hard. */
export const LONG_MIN = 90;
const LEAST_INTENSE_MIN = 15;

/** Rates the effort of an activity: by its CR10, else by its load per hour, else by its sport. A few hard minutes are moderate. */
export function judgeEffort({ rpe, sport, score, movingTimeS }: Activity & { readonly score?: number }): Effort {
  const minutes = movingTimeS / 60;
  const effort = rate();
  return effort === 'hard' && minutes < LEAST_INTENSE_MIN ? 'moderate' : effort;

  function rate(): Effort {
    if (rpe !== null) return rpe >= RPE.hard ? 'hard' : rpe >= RPE.moderate ? 'moderate' : 'easy';
    const perHour = score === undefined || minutes <= 0 ? null : (score / minutes) * 60;
    if (perHour !== null) return perHour >= SCORE_PER_HOUR.hard ? 'hard' : perHour >= SCORE_PER_HOUR.moderate ? 'moderate' : 'easy';
    return sport === 'walk' || sport === 'mobility' ? 'easy' : 'moderate';
  }
}

/** Whether a session is hard or long, so that it earns a treatment and food of its own. Our choice. */
export function isHardOrLong({ effort, minutes }: { readonly effort: Effort; readonly minutes: number }): boolean {
  return effort === 'hard' || minutes >= LONG_MIN;
}

/** Whether a session needs recovery: an easy walk and easy mobility work do not. */
export function isWorkout(sport: Sport, effort: Effort): boolean {
  return effort !== 'easy' || (sport !== 'walk' && sport !== 'mobility');
}
