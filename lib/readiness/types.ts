/** What readiness takes and gives. Days are `YYYY-MM-DD`, RMSSD in ms; every judgement is made on ln(RMSSD). */

export interface DayCheck {
  readonly day: string;
  readonly lnRmssd: number;
  /** Mean heart rate of the check, shown beside its usual range; it does not decide anything. */
  readonly hrBpm: number | null;
}

export type Verdict = 'push' | 'normal' | 'easy' | 'rest' | 'learning';
export type Confidence = 'low' | 'medium' | 'high';
export type Position = 'below' | 'within' | 'above';

/** A band with its middle; of ln(RMSSD) unless it says otherwise. */
export interface Band {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The rule that decided, named so that the screen can say it in words. */
export type Rule =
  | 'no-check'
  | 'learning'
  | 'unreadable'
  | 'day-and-trend-low'
  | 'day-low'
  | 'trend-low'
  | 'day-high'
  | 'below-middle'
  | 'in-range';

export interface Readiness {
  readonly verdict: Verdict;
  readonly rule: Rule;
  readonly confidence: Confidence;
  /** Valid days in the last 14, this one included, and how many the learning needs. */
  readonly learned: number;
  readonly needed: number;
  /** Fewer than 28 valid days: the band is widened by how little is known of its width. */
  readonly provisional: boolean;
  /** Valid days that the baseline rests on. */
  readonly days: number;
  readonly day: { readonly position: Position; readonly band: Band } | null;
  readonly trend: { readonly mean7: number; readonly position: Position; readonly band: Band } | null;
  /** The usual heart rate, mean ± 1 SD of the 60 days, in bpm. */
  readonly hr: Band | null;
}
