import { addDays, type Day, daysBetween } from '../core/day';
import { isStrength, type Region, type ScoredActivity } from '../training';
import type { DayCheckIn } from './types';

/** What the muscles say after strength work: soreness by region, days since, and how the bar moved. It outranks HRV. */

/** Days after strength work in which soreness is taken to be of it ("usually 1–3 days"). */
export const STRENGTH_DAYS = 3;
/** How sore (1 … 5) a region is that strength work has not left yet, and that is no day for hard work whatever the cause. Ours. */
const SORE_AFTER_STRENGTH = 4;
const VERY_SORE = 5;
/** So sore it is no day to push, though HRV be in range. */
const SOMEWHAT_SORE = 3;

export interface Muscles {
  /** Days since the last strength work; null where it is more than three days ago, or there was none. */
  readonly daysSince: number | null;
  /** The sorest region, or soreness as a whole where no region is named. */
  readonly worst: { readonly region: Region | null; readonly level: number } | null;
  readonly bar: 'faster' | 'usual' | 'slower' | null;
  readonly says: 'very-sore' | 'bar-slower' | 'sore-after-strength' | 'somewhat-sore' | 'ready' | 'nothing';
}

/** @param today the morning's answers, where there are any */
export function findMuscles(today: DayCheckIn | undefined, activities: readonly ScoredActivity[], day: Day): Muscles {
  const from = addDays(day, -STRENGTH_DAYS);
  const lifted = activities.filter((one) => one.day >= from && one.day < day && isStrength(one));
  const last = lifted.at(-1);
  const daysSince = last === undefined ? null : daysBetween(last.day, day);
  const worst = worstOf(today);
  const bar = today?.bar ?? null;
  return { daysSince, worst, bar, says: saysOf(daysSince, worst?.level ?? null, bar) };
}

function worstOf(today: DayCheckIn | undefined): Muscles['worst'] {
  const sorest = (today?.sore ?? []).reduce<Muscles['worst']>(
    (worst, { region, level }) => (worst === null || level > worst.level ? { region, level } : worst),
    null,
  );
  const overall = today?.soreness ?? null;
  if (overall === null) return sorest;
  return sorest === null || overall > sorest.level ? { region: null, level: overall } : sorest;
}

function saysOf(daysSince: number | null, level: number | null, bar: Muscles['bar']): Muscles['says'] {
  const isSore = (from: number) => level !== null && level >= from;
  if (isSore(VERY_SORE)) return 'very-sore';
  if (daysSince === null) return 'nothing';
  if (bar === 'slower') return 'bar-slower';
  if (isSore(SORE_AFTER_STRENGTH)) return 'sore-after-strength';
  if (isSore(SOMEWHAT_SORE)) return 'somewhat-sore';
  return bar !== null && level !== null ? 'ready' : 'nothing';
}
