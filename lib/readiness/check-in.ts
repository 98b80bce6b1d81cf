import type { Region } from '../training';

/** 1 … 5, with 5 the most of what is named: soreness 5 is very sore, energy 5 is full of energy. */
export type Score = 1 | 2 | 3 | 4 | 5;

export const PAIN_SIGNS = ['sudden', 'one-sided', 'swollen'] as const;
export type PainSign = (typeof PAIN_SIGNS)[number];

/** The user's answers about a morning. Null, or an empty list: not answered. */
export interface CheckIn {
  readonly sleepHours: number | null;
  readonly sleepQuality: Score | null;
  readonly soreness: Score | null;
  readonly sore: readonly { readonly region: Region; readonly level: Score }[];
  readonly energy: Score | null;
  readonly mood: Score | null;
  readonly stress: Score | null;
  readonly ill: boolean;
  readonly injured: boolean;
  /** Pain is different from soreness: where, how strong (0 … 10), and what about it excludes treatments there. */
  readonly pain: readonly { readonly region: Region; readonly level: number; readonly signs: readonly PainSign[] }[];
  /** "How did the bar move?", after strength work. */
  readonly bar: 'faster' | 'usual' | 'slower' | null;
  /** Day of the menstrual cycle, if the user tracks it. */
  readonly cycleDay: number | null;
  readonly tags: readonly string[];
  readonly note: string;
}

/** Answers that limit what may be done on a day. If one is unknown, the user may be ill, injured or sore. */
const LIMITING = ['ill', 'injured', 'pain', 'soreness', 'sore', 'bar'] as const satisfies readonly (keyof CheckIn)[];

/** A morning's answers, some of which could not be read; omitted or empty: all could. */
export interface MaybeUnread {
  /** The fields to ask again. Until then they count as not answered. */
  readonly unread?: readonly (keyof CheckIn)[];
}

/** Whether an answer that limits the day could not be read: the user may be ill, injured or sore without Rebound knowing it. */
export function isHealthUnread(checkIn: MaybeUnread | null | undefined): boolean {
  return LIMITING.some((field) => checkIn?.unread?.includes(field) === true);
}

/** The highest soreness, of the whole body or any region; null when not answered. */
export function findSorest(
  said: { readonly soreness?: number | null; readonly sore?: readonly { readonly level: number }[] } | undefined,
): number | null {
  let worst = said?.soreness ?? 0;
  for (const { level } of said?.sore ?? []) worst = Math.max(worst, level);
  return worst === 0 ? null : worst;
}
