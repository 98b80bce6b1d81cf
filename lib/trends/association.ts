import { type Day, daysBetween } from '../core/day';
import { sum } from '../core/statistics';
import { adjustedP } from './discoveries';
import { type Adjusted, adjustedFor } from './regression';
import { criticalT, twoSidedP } from './student-t';

/**
 * "What went with better mornings": for each thing done or tagged, the difference of the next morning between days with and without it.
 * This is association, not cause: someone who takes a sauna on days off has other mornings for other reasons as well.
 */

export const OUTCOMES = ['lnRmssd', 'hrBpm', 'soreness'] as const;
export type TrendOutcome = (typeof OUTCOMES)[number];

/** One day: its morning, and what was done on it. Null: unknown. */
export interface TrendDay {
  readonly day: Day;
  readonly lnRmssd: number | null;
  readonly hrBpm: number | null;
  readonly soreness: number | null;
  /** Load of the day; 0 on a day off. */
  readonly load: number;
  /** What was done or tagged on it: modalities and tags by name. */
  readonly with: readonly string[];
  /** Sensor and strap of the morning: a morning is compared only with others of the same. */
  readonly series?: string;
}

/** The fewest days with and without it before a difference is shown; and the fewest in all. Our own choice. */
export const LEAST_EACH = 10;
const LEAST_DAYS = 30;
/** How often the interval misses the true value, and the rate of false discoveries. */
const MISS = 0.05;
const FALSE_DISCOVERY_RATE = 0.05;

export type Association = {
  readonly name: string;
  readonly outcome: TrendOutcome;
  /** Mornings after days with and without it that could be compared. */
  readonly daysWith: number;
  readonly daysWithout: number;
} & (
  | { readonly known: false }
  | {
      readonly known: true;
      /** Next morning with it minus without it: ln(RMSSD), bpm, or points, adjusted for load and for the morning before. */
      readonly difference: number;
      /** 95 % interval. */
      readonly low: number;
      readonly high: number;
      readonly p: number;
      /** p adjusted for all of the comparisons (Benjamini–Hochberg). */
      readonly adjustedP: number;
      /** Whether it may be shown: the false discovery rate over all comparisons is 5 %. */
      readonly told: boolean;
    }
);

/**
 * All associations of a person, in the order of their names. Each is a least-squares difference of the next morning's value, adjusted for
 * the day's load, the load of the day before, the same morning's own value (successive mornings are alike, and people do things because of
 * how they woke up), a slow drift over the whole time, and the strap. Needs at least 10 mornings with and without, and 30 in all.
 * @param names what to compare; default: everything that occurs. The false discovery rate is controlled over these alone
 */
export function findAssociations(days: readonly TrendDay[], names?: readonly string[]): Association[] {
  const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const compared = names ?? [...new Set(sorted.flatMap((day) => day.with))].sort();
  const mornings = new Map(OUTCOMES.map((outcome) => [outcome, pairMornings(sorted, outcome)]));
  const results = compared.flatMap((name) => OUTCOMES.map((outcome) => compare(name, outcome, mornings.get(outcome) ?? NONE)));
  const adjusted = adjustedP(results.flatMap((result) => (result.known ? [result.p] : [])));
  let next = 0;
  return results.map((result) => {
    if (!result.known) return result;
    const value = adjusted[next++] ?? 1;
    return { ...result, adjustedP: value, told: value <= FALSE_DISCOVERY_RATE };
  });
}

/** The mornings of an outcome that can be compared, with what was done the day before. */
interface Mornings {
  readonly done: readonly (readonly string[])[];
  readonly adjusted: Adjusted | null;
}
const NONE: Mornings = { done: [], adjusted: null };

/** Pairs each day with the morning after it, where both are known and, for RMSSD, of one strap. */
function pairMornings(days: readonly TrendDay[], outcome: TrendOutcome): Mornings {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return NONE;
  const numbers = days.map(({ day }) => daysBetween(first, day));
  const span = Math.max(1, daysBetween(first, last));
  const toStrapKey = ({ series }: TrendDay) => (outcome === 'lnRmssd' ? (series ?? '') : '');
  const levels = [...new Set(days.map(toStrapKey))].slice(1);
  const done: (readonly string[])[] = [];
  const rows: number[][] = [];
  const outcomes: number[] = [];
  days.forEach((today, i) => {
    const number = numbers[i] ?? 0;
    const tomorrow = numbers[i + 1] === number + 1 ? days[i + 1] : undefined;
    const [before, after] = [today[outcome], tomorrow?.[outcome] ?? null];
    if (before === null || after === null || tomorrow === undefined || toStrapKey(tomorrow) !== toStrapKey(today)) return;
    const yesterday = numbers[i - 1] === number - 1 ? days[i - 1] : undefined;
    const straps = levels.map((level) => (level === toStrapKey(today) ? 1 : 0));
    done.push(today.with);
    outcomes.push(after);
    rows.push([1, today.load / 100, (yesterday?.load ?? 0) / 100, before, number / span, ...straps]);
  });
  const used = varying(rows);
  return {
    done,
    adjusted: adjustedFor(
      rows.map((row) => used.map((column) => row[column] ?? 0)),
      outcomes,
    ),
  };
}

function compare(name: string, outcome: TrendOutcome, { done, adjusted }: Mornings): Association {
  const regressor = done.map((names) => (names.includes(name) ? 1 : 0));
  const daysWith = sum(regressor);
  const daysWithout = regressor.length - daysWith;
  const unknown = { name, outcome, daysWith, daysWithout, known: false } as const;
  if (daysWith < LEAST_EACH || daysWithout < LEAST_EACH || regressor.length < LEAST_DAYS) return unknown;
  const found = adjusted?.findCoefficient(regressor) ?? null;
  if (found === null || !(found.standardError > 0)) return unknown;
  const { estimate, standardError, degrees } = found;
  const half = criticalT(MISS, degrees) * standardError;
  const p = twoSidedP(estimate / standardError, degrees);
  return { ...unknown, known: true, difference: estimate, low: estimate - half, high: estimate + half, p, adjustedP: p, told: false };
}

/** The columns worth adjusting for: the intercept, and everything that is not the same every day. */
function varying(rows: readonly (readonly number[])[]): number[] {
  const [first = []] = rows;
  return first.flatMap((value, column) => (column === 0 || rows.some((row) => row[column] !== value) ? [column] : []));
}
