import type { Region } from '../training';

/** 1 … 5, 5 the most of the thing named: soreness 5 is very sore, energy 5 is full of it. */
export type Score = 1 | 2 | 3 | 4 | 5;

export const PAIN_SIGNS = ['sudden', 'one-sided', 'swollen'] as const;
export type PainSign = (typeof PAIN_SIGNS)[number];

/** What the user says of a morning. Null, or an empty list: not said. */
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
  /** Pain is not soreness: where, how much (0 … 10), and what about it rules things out there. */
  readonly pain: readonly { readonly region: Region; readonly level: number; readonly signs: readonly PainSign[] }[];
  /** "How did the bar move?", after strength work. */
  readonly bar: 'faster' | 'usual' | 'slower' | null;
  /** Day of the menstrual cycle, for those who want it. */
  readonly cycleDay: number | null;
  readonly tags: readonly string[];
  readonly note: string;
}

/** Soreness, the most of the whole and of any region; null where neither was said. */
export function findSorest(
  said: { readonly soreness?: number | null; readonly sore?: readonly { readonly level: number }[] } | undefined,
): number | null {
  let worst = said?.soreness ?? 0;
  for (const { level } of said?.sore ?? []) worst = Math.max(worst, level);
  return worst === 0 ? null : worst;
}
