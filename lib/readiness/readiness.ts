import { daysBetween } from '../day';
import {
  BASELINE_DAYS,
  bandOf,
  DAY_WIDTH_SD,
  LEARNING_NEEDS,
  LEARNING_WINDOW_DAYS,
  LEAST_SD,
  meanAndSd,
  PROVISIONAL_BELOW,
  positionIn,
  TREND_DAYS,
  TREND_WIDTH_SD,
} from './baseline';
import type { Confidence, DayCheck, Position, Readiness, Rule, Verdict } from './types';

/**
 * What kind of day it is, from the valid checks of the last 60 days (one a day, any order) and today's.
 *
 * Two tests, each against the 60 days before today. *Day*: ln(RMSSD) against mean ± 1 SD. *Trend*: the 7-day mean against mean ± 0.5 SD
 * (Plews 2013). A day outside its range lowers the verdict by one step; only day and trend together make it a day of rest. Unusually high
 * counts as unusual, not as good. `today` null: no readable check yet, `unreadable` true when there is one that could not be read.
 */
export function readinessOf(history: readonly DayCheck[], todayDay: string, today: DayCheck | null, unreadable = false): Readiness {
  const before = history.filter((check) => {
    const age = daysBetween(check.day, todayDay);
    return age >= 1 && age <= BASELINE_DAYS;
  });
  const recent = (days: number) => before.filter((check) => daysBetween(check.day, todayDay) < days).length + (today === null ? 0 : 1);
  const learned = recent(LEARNING_WINDOW_DAYS);
  const none = {
    learned,
    needed: LEARNING_NEEDS,
    provisional: before.length < PROVISIONAL_BELOW,
    days: before.length + (today === null ? 0 : 1),
  };

  if (today === null) {
    return {
      ...none,
      verdict: 'learning',
      rule: unreadable ? 'unreadable' : 'no-check',
      confidence: 'low',
      day: null,
      trend: null,
      hr: null,
    };
  }
  const values = before.map((check) => check.lnRmssd);
  const dayBand = bandOf(values, DAY_WIDTH_SD, LEAST_SD.lnRmssd);
  const trendBand = bandOf(values, TREND_WIDTH_SD, LEAST_SD.lnRmssd);
  const week = before.filter((check) => daysBetween(check.day, todayDay) < TREND_DAYS).map((check) => check.lnRmssd);
  const mean7 = meanAndSd([...week, today.lnRmssd])?.mean;
  if (learned < LEARNING_NEEDS || dayBand === null || trendBand === null || mean7 === undefined) {
    return { ...none, verdict: 'learning', rule: 'learning', confidence: 'low', day: null, trend: null, hr: null };
  }

  const hr = bandOf(
    before.flatMap((check) => (check.hrBpm === null ? [] : [check.hrBpm])),
    DAY_WIDTH_SD,
    LEAST_SD.hrBpm,
  );
  const day = { position: positionIn(dayBand, today.lnRmssd), band: dayBand };
  const trend = { mean7, position: positionIn(trendBand, mean7), band: trendBand };
  // Far enough outside, one morning drags the 7-day mean down by itself; a day of rest needs the days before to be low as well.
  const others = meanAndSd(week)?.mean;
  const lowWithoutToday = others !== undefined && positionIn(trendBand, others) === 'below';
  const { verdict, rule } = decide(day.position, trend.position, today.lnRmssd >= dayBand.mean, lowWithoutToday);
  return { ...none, verdict, rule, confidence: confidence(none.provisional, recent(TREND_DAYS)), day, trend, hr };
}

function decide(day: Position, trend: Position, upperHalf: boolean, weekLow: boolean): { verdict: Verdict; rule: Rule } {
  if (day === 'below')
    return trend === 'below' && weekLow ? { verdict: 'rest', rule: 'day-and-trend-low' } : { verdict: 'easy', rule: 'day-low' };
  if (trend === 'below') return { verdict: 'easy', rule: 'trend-low' };
  if (day === 'above') return { verdict: 'normal', rule: 'day-high' };
  return upperHalf ? { verdict: 'push', rule: 'in-range' } : { verdict: 'normal', rule: 'below-middle' };
}

/** At least 3 valid days of the last 7 for more than low (Plews 2014); never high while the range is provisional. */
function confidence(provisional: boolean, last7: number): Confidence {
  if (last7 < 3) return 'low';
  return provisional || last7 < 5 ? 'medium' : 'high';
}
