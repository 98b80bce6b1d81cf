import type { Day } from '../../core/day';
import type { Contraindication } from './contraindications';

/** Ticks that have an end. They are asked again every morning, in one tap. */
export const ENDING_TICKS = ['fever', 'acute-injury', 'recent-surgery'] as const satisfies readonly Contraindication[];
export type EndingTick = (typeof ENDING_TICKS)[number];

/** An answer to "Still …?", with the day on which it was given. */
export interface StillAnswer {
  readonly day: Day;
  readonly still: boolean;
}

export interface EndingAnswers {
  readonly ticked: readonly Contraindication[];
  /** The day on which the health questions were answered; null: not known. */
  readonly answeredOn: Day | null;
  /** The last answer for each tick. */
  readonly still: Readonly<Partial<Record<EndingTick, StillAnswer>>>;
}

/**
 * The ticks to ask about on a day: ticked, and neither ticked nor confirmed on that day. Until an answer is given, a tick stands. An answer
 * of a later day, from a clock that was set back, counts for no day before it.
 */
export function findAskedAgain({ ticked, answeredOn, still }: EndingAnswers, day: Day): EndingTick[] {
  return ENDING_TICKS.filter((tick) => ticked.includes(tick) && answeredOn !== day && still[tick]?.day !== day);
}
