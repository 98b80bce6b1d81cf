import { addDays, type Day } from '../core/day';
import { clamp } from '../core/numbers';
import { computeMean, computeSd } from '../core/statistics';
import { BASELINE_DAYS } from './baseline';
import { findSorest } from './check-in';
import { estimateSpread } from './robust';
import type { DayCheckIn } from './types';

/** The morning's answers compared with the user's own. */

export const FELT_ITEMS = ['sleep', 'soreness', 'energy', 'mood', 'stress'] as const;
export type FeltItem = (typeof FELT_ITEMS)[number];

/** Answers to an item before it is compared with the user's own; until then with the middle of the scale. */
const OWN_USUAL_FROM = 7;
/** Check-ins of the last 28 days from which the sum of the answers has its own spread. */
const OWN_SPREAD_FROM = 14;
/** A smaller SD reflects the steps of the scale more than the user. Ours. */
const LEAST_SD = 0.5;
const MIDDLE = 3;
/** An answer farther from usual counts as this far, in SDs, so that one bad answer is one bad answer. Ours. */
const MOST_SD = 2;
/** The assumed correlation of the answers of one morning before the user's own is known: 0.35. Ours. */
const COMMON_CORRELATION = 0.35;
/** Answers needed for a verdict from the check-in alone. Ours. */
export const ALONE_NEEDS = 3;
/** Sleep that the guides (docs/recovery-sources.md) and sleep guidelines call enough, h, until the user's own need is known. */
const ENOUGH_SLEEP_H = 7;

/** One answer: its distance from usual in SDs; negative is worse. */
export interface FeltAnswer {
  readonly item: FeltItem;
  readonly z: number;
  /** The user's mean, in its own scale; null while compared with the middle of the scale. For sleep the hours. */
  readonly usual: number | null;
}

export interface Felt {
  readonly answers: readonly FeltAnswer[];
  /** All answers together, in SDs of the user's own mornings; negative is worse. */
  readonly z: number;
  /** Check-ins of the last 28 days, without today's. */
  readonly known: number;
}

type Read = (checkIn: DayCheckIn) => number | null;
interface Scale {
  readonly item: FeltItem;
  readonly read: Read;
  readonly sign: 1 | -1;
}
/** Each answer, oriented so that more is better, and its assumed middle until the user's own is known. */
const SCALES: readonly Scale[] = [
  { item: 'sleep', read: ({ sleepQuality }) => sleepQuality ?? null, sign: 1 },
  { item: 'soreness', read: findSorest, sign: -1 },
  { item: 'energy', read: ({ energy }) => energy ?? null, sign: 1 },
  { item: 'mood', read: ({ mood }) => mood ?? null, sign: 1 },
  { item: 'stress', read: ({ stress }) => stress ?? null, sign: -1 },
];

/** The usual value of each answer, and how much their mean varies. */
export interface UsualFelt {
  readonly items: ReadonlyMap<FeltItem, { readonly mean: number; readonly sd: number }>;
  readonly hours: { readonly mean: number; readonly sd: number } | null;
  readonly spread: number | null;
  readonly known: number;
}

type UsualItems = Pick<UsualFelt, 'items' | 'hours'>;

/** The same of the 60 days before a day; `known` counts the last 28. */
export function usualFelt(checkIns: readonly DayCheckIn[], day: Day): UsualFelt {
  const [first, month] = [addDays(day, -BASELINE_DAYS), addDays(day, -28)];
  const before = checkIns.filter((one) => one.day >= first && one.day < day);
  const items = new Map<FeltItem, { mean: number; sd: number }>();
  for (const { item, read } of SCALES) {
    const usual = findUsual(before, read);
    if (usual !== null) items.set(item, usual);
  }
  const usual = { items, hours: findUsual(before, ({ sleepHours }) => sleepHours ?? null) };
  const sums = before.flatMap((one) => meanZ(one, usual) ?? []);
  return {
    ...usual,
    spread: sums.length < OWN_SPREAD_FROM ? null : computeSd(sums),
    known: before.filter((one) => one.day >= month).length,
  };
}

/** The user's usual soreness (1 … 5) before a day; null until it is known. */
export function findUsualSoreness(checkIns: readonly DayCheckIn[], day: Day): number | null {
  return usualFelt(checkIns, day).items.get('soreness')?.mean ?? null;
}

function findUsual(before: readonly DayCheckIn[], read: Read): { mean: number; sd: number } | null {
  const values: number[] = [];
  for (const one of before) {
    const value = read(one);
    if (value !== null) values.push(value);
  }
  const spread = values.length < OWN_USUAL_FROM ? null : estimateSpread(values, null, LEAST_SD);
  return spread === null || spread.sd === null ? null : { mean: spread.mean, sd: Math.max(LEAST_SD, spread.sd) };
}

/** Today's answers compared with the usual ones; null without answers. */
export function judgeAnswers(today: DayCheckIn | undefined, usual: UsualFelt): Felt | null {
  if (today === undefined) return null;
  const answers = toAnswers(today, usual);
  const mean = computeMean(answers.map(({ z }) => z));
  if (mean === null) return null;
  const count = answers.length;
  // The SD of a mean of `count` answers, each of SD 1, with the common correlation.
  const expected = Math.sqrt((1 + (count - 1) * COMMON_CORRELATION) / count);
  return { answers, z: mean / Math.max(0.3, usual.spread ?? expected), known: usual.known };
}

function toAnswers(checkIn: DayCheckIn, usual: UsualFelt): FeltAnswer[] {
  return SCALES.flatMap((scale) => {
    const z = toZ(checkIn, scale, usual);
    const own = scale.item === 'sleep' ? usual.hours : usual.items.get(scale.item);
    return z === null ? [] : [{ item: scale.item, z, usual: own?.mean ?? null }];
  });
}

/** The mean of a morning's answers, as `toAnswers` gives them. */
function meanZ(checkIn: DayCheckIn, usual: UsualItems): number | null {
  return computeMean(SCALES.flatMap((scale) => toZ(checkIn, scale, usual) ?? []));
}

function toZ(checkIn: DayCheckIn, { item, read, sign }: Scale, usual: UsualItems): number | null {
  const value = read(checkIn);
  const own = usual.items.get(item);
  const answered = value === null ? null : own === undefined ? sign * (value - MIDDLE) : (sign * (value - own.mean)) / own.sd;
  const z = item === 'sleep' ? sleepZ(checkIn.sleepHours ?? null, answered, usual) : answered;
  return z === null ? null : clamp(z, -MOST_SD, MOST_SD);
}

/** Hours and quality are one answer: their mean. */
function sleepZ(hours: number | null, quality: number | null, { hours: own }: UsualItems): number | null {
  if (hours === null) return quality;
  const short = own === null ? Math.min(0, hours - ENOUGH_SLEEP_H) : (hours - own.mean) / own.sd;
  return quality === null ? short : (short + quality) / 2;
}
