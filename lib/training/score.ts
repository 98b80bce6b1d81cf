import type { HeartRates } from './heart-rates';
import { heartRateScore, heartRateTimesScore } from './trimp';
import type { Activity, LoadBasis, Sport } from './types';

/**
 * One hour at threshold is about a 7 on Borg's CR10, so a session-RPE of 7 · 60 = 420 scores 100. Our own choice; see docs/readiness.md.
 */
const THRESHOLD_RPE = 7;
const SCORE_PER_RPE_MINUTE = 100 / (THRESHOLD_RPE * 60);

/** The effort (CR10) to use when neither heart rate nor effort is known. Our choice: the usual effort of an hour of that sport. */
const COMMON_RPE: Readonly<Record<Sport, number>> = {
  run: 4,
  ride: 4,
  swim: 4,
  walk: 2,
  hike: 3,
  row: 5,
  ski: 4,
  strength: 5,
  mobility: 1,
  other: 3,
};

/** Whether it is strength work. Heart rate says little about that, so effort × minutes counts. */
export function isStrength({ sport, kind }: Pick<Activity, 'sport' | 'kind'>): boolean {
  return kind === null ? sport === 'strength' : kind === 'size' || kind === 'strength' || kind === 'power';
}

/** Session-RPE (Foster 2001): CR10 × minutes, in the unit of the scores. */
export function effortScore(minutes: number, rpe: number): number {
  return minutes * rpe * SCORE_PER_RPE_MINUTE;
}

/**
 * The load of one activity, and what it rests on. 100 = one hour at the heart rate of the lactate threshold. Uses the time at each heart
 * rate, or the mean heart rate, unless it is strength work; else effort × minutes; else the sport's common effort × minutes. With `rates`
 * null, heart rates are not used.
 */
export function scoreActivity(activity: Activity, rates: HeartRates | null): { readonly score: number; readonly basis: LoadBasis } {
  const minutes = Math.max(0, activity.movingTimeS) / 60;
  const { avgHrBpm, rpe, heartRateTimes = [] } = activity;
  if (rates !== null && !isStrength(activity)) {
    const score =
      heartRateTimesScore(heartRateTimes, 60 * minutes, rates) ?? (avgHrBpm === null ? null : heartRateScore(minutes, avgHrBpm, rates));
    if (score !== null) return { score, basis: 'heart-rate' };
  }
  if (rpe !== null) return { score: effortScore(minutes, rpe), basis: 'effort' };
  return { score: effortScore(minutes, COMMON_RPE[activity.sport]), basis: 'minutes' };
}

/** When it ended, epoch ms, pauses included where they are known. */
export function endMs({ startMs, movingTimeS, elapsedTimeS = 0 }: Pick<Activity, 'startMs' | 'movingTimeS' | 'elapsedTimeS'>): number {
  return startMs + Math.max(movingTimeS, elapsedTimeS) * 1000;
}
