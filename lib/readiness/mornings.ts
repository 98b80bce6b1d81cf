import { type Day, toDay } from '../core/day';
import type { DayCheck } from './types';

/** Which checks count as morning checks: within two hours of waking, before coffee and training. */

/** A check later than this after waking is asked about, in minutes; where it was, it does not count. */
export const LATEST_AFTER_WAKING_MIN = 120;

/** The fields of a stored check that are needed here: its day, its start, and whether the user said that it was not a morning check. */
export interface MorningCheck {
  readonly id: string;
  readonly day: Day;
  readonly startedAtMs: number;
  /** Whether it is long enough, with a signal that may enter the baseline. */
  readonly readable: boolean;
  readonly saidNot?: true;
  /** Null without a figure. */
  readonly check: DayCheck | null;
}

/** When training began, in the zone where it was recorded. */
export interface TrainingStart {
  readonly day: Day;
  readonly startMs: number;
  readonly timeZone: string;
}

/** Why a check is not a morning check: the user said so, or there was training before it. */
export type RuledOut = 'said' | 'trained';

/** When the first training of each day began, epoch ms. */
export type FirstTraining = ReadonlyMap<Day, number>;

/** An activity at exactly midnight came from a file without times, so its order is unknown. */
export function firstTraining(
  activities: readonly TrainingStart[],
  before: readonly Pick<MorningCheck, 'day' | 'startedAtMs'>[],
): FirstTraining {
  const latest = new Map<Day, number>();
  for (const { day, startedAtMs } of before) latest.set(day, Math.max(startedAtMs, latest.get(day) ?? startedAtMs));
  const first = new Map<Day, number>();
  for (const { day, startMs, timeZone } of activities) {
    if (startMs >= (first.get(day) ?? latest.get(day) ?? startMs) || toDay(startMs - 1, timeZone) !== day) continue;
    first.set(day, startMs);
  }
  return first;
}

/** Null: it is a morning check, as far as known. */
export function ruledOut(
  { day, startedAtMs, saidNot }: Pick<MorningCheck, 'day' | 'startedAtMs' | 'saidNot'>,
  trained: FirstTraining,
): RuledOut | null {
  if (saidNot === true) return 'said';
  return (trained.get(day) ?? startedAtMs) < startedAtMs ? 'trained' : null;
}

/** The check that represents each day, oldest first. */
export interface CountedMorning {
  readonly id: string;
  readonly check: DayCheck;
  /** It represents its day, but enters no calculation. */
  readonly out: RuledOut | null;
}

/**
 * One check a day, the first readable one; later ones are kept but do not count. A check that is not a morning check represents its day
 * only when there is no other. Input and output are oldest first.
 */
export function countedMornings(mornings: readonly MorningCheck[], trained: FirstTraining): CountedMorning[] {
  const days = new Map<Day, CountedMorning>();
  for (const morning of mornings) {
    const { id, day, readable, check } = morning;
    if (!readable || check === null) continue;
    const other = days.get(day);
    if (other !== undefined && other.out === null) continue;
    const out = ruledOut(morning, trained);
    if (other === undefined || out === null) days.set(day, { id, check: out === null ? check : { ...check, ruledOut: true }, out });
  }
  return [...days.values()];
}

/** Minutes from the wake-up time (`HH:MM`) to the start of a check, in local time; null when the wake-up time is later on the day. */
export function minutesAwake(
  since: string,
  { startedAtMs, timeZone }: { readonly startedAtMs: number; readonly timeZone: string },
): number | null {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(startedAtMs);
  const minutes = toMinute(clock) - toMinute(since);
  return minutes < 0 ? null : minutes;
}

function toMinute(time: string): number {
  return 60 * Number(time.slice(0, 2)) + Number(time.slice(3));
}
