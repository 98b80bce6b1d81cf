/**
 * The sessions that a window depends on. `fuelled`: an hour or more, or hard. `again-today`: another start follows on the same day.
 * `soon-again`: another start follows within eight hours.
 */
export type SessionFilter =
  | 'any'
  | 'endurance'
  | 'strength'
  | 'intense'
  | 'hard-or-long'
  | 'long'
  | 'race'
  | 'fuelled'
  | 'again-today'
  | 'soon-again';
export type DayFilter = 'every' | 'without-training' | 'training' | 'after-long' | 'high-stress' | 'sore' | 'tired';

/**
 * When a modality can be done "if you have time"; what belongs to a kind of day is in its routine (docs/routines.md). Minutes count from the
 * end of a session (`after`) or back from its start (`before`).
 */
export type Window = {
  /** Ids of the doses for this window; omitted: all. */
  readonly doses?: readonly string[];
  readonly variant?: string;
} & (
  | {
      readonly at: 'after';
      readonly sessions: SessionFilter;
      readonly fromMin: number;
      readonly toMin: number;
    }
  | { readonly at: 'before'; readonly sessions: SessionFilter; readonly fromMin: number; readonly toMin: number }
  | { readonly at: 'during'; readonly sessions: SessionFilter }
  | { readonly at: 'day'; readonly days: DayFilter; readonly part: 'waking' | 'evening' | 'early-afternoon' }
  | { readonly at: 'night' }
  | { readonly at: 'rest-day' }
);
