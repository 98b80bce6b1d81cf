import { addDays, type Day, daysBetween } from '../core/day';
import { isStrength, type Region, type ScoredActivity } from '../training';
import type { DayCheckIn } from './types';

/** What the muscles show after strength work: soreness by region, days since, and how the bar moved. This comes before HRV. */

/** Days after strength work in which soreness is attributed to it ("usually 1–3 days"). */
export const STRENGTH_DAYS = 3;
/** Soreness (1 … 5) of a region after strength work, and the level that excludes hard work whatever the cause. Ours. */
const SORE_AFTER_STRENGTH = 4;
const VERY_SORE = 5;
/** From this soreness on, the day is not Ready for hard, even with HRV in range. */
const SOMEWHAT_SORE = 3;

export interface Muscles {
  /** Days since the last strength work; null after more than three days, or without any. */
  readonly daysSince: number | null;
  /** The sorest region, or overall soreness when no region is named. */
  readonly worst: { readonly region: Region | null; readonly level: number } | null;
  readonly bar: 'faster' | 'usual' | 'slower' | null;
  readonly says: 'very-sore' | 'bar-slower' | 'sore-after-strength' | 'somewhat-sore' | 'ready' | 'nothing';
}

/** @param today the morning's answers, if there are any */
export function findMuscles(today: DayCheckIn | undefined, activities: readonly ScoredActivity[], day: Day): Muscles {
  const from = addDays(day, -STRENGTH_DAYS);
  const lifted = activities.filter((one) => one.day >= from && one.day < day && isStrength(one));
  const last = lifted.at(-1);
  const daysSince = last === undefined ? null : daysBetween(last.day, day);
  const worst = findWorst(today);
  const bar = today?.bar ?? null;
  return { daysSince, worst, bar, says: describeMuscles(daysSince, worst?.level ?? null, bar) };
}

function findWorst(today: DayCheckIn | undefined): Muscles['worst'] {
  const sorest = (today?.sore ?? []).reduce<Muscles['worst']>(
    (worst, { region, level }) => (worst === null || level > worst.level ? { region, level } : worst),
    null,
  );
  const overall = today?.soreness ?? null;
  if (overall === null) return sorest;
  return sorest === null || overall > sorest.level ? { region: null, level: overall } : sorest;
}

function describeMuscles(daysSince: number | null, level: number | null, bar: Muscles['bar']): Muscles['says'] {
  const isSore = (from: number) => level !== null && level >= from;
  if (isSore(VERY_SORE)) return 'very-sore';
  if (daysSince === null) return 'nothing';
  if (bar === 'slower') return 'bar-slower';
  if (isSore(SORE_AFTER_STRENGTH)) return 'sore-after-strength';
  if (isSore(SOMEWHAT_SORE)) return 'somewhat-sore';
  return bar !== null && level !== null ? 'ready' : 'nothing';
}
