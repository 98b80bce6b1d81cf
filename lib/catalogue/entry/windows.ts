/** The sessions that a window depends on. `fuelled`: an hour or more, or hard. `again-today`: another start follows on the same day. */
export type SessionFilter = 'any' | 'endurance' | 'strength' | 'intense' | 'hard-or-long' | 'long' | 'race' | 'fuelled' | 'again-today';
export type DayFilter = 'every' | 'without-training' | 'training' | 'after-long' | 'high-stress' | 'sore';

/** Why an item is in the plan. */
export const REASONS = [
  'right-after-session',
  'after-session',
  'after-intense-session',
  'after-strength',
  'day-after-long',
  'between-starts',
  'before-session',
  'during-event',
  'after-event',
  'rest-day-movement',
  'desk-movement',
  'non-training-day',
  'weekly-programme',
  'daily',
  'sore',
  'evening',
  'high-stress',
  'every-night',
  'rest-day-due',
  'rest-day-readiness',
  'rest-day-ill',
  'refuel',
  'meal-after-session',
  'spread-over-meals',
  'thirst',
  'chosen-supplement',
] as const;
export type ReasonCode = (typeof REASONS)[number];

/**
 * When a modality can be done. Minutes count from the end of a session (`after`) or back from its start (`before`). The benefit is full up
 * to `bestToMin` and then falls linearly to `late` at the end of the window.
 */
export type Window = {
  readonly reason: ReasonCode;
  /** Ids of the doses for this window; omitted: all. */
  readonly doses?: readonly string[];
  readonly variant?: string;
  /** Share of the modality's benefit on this occasion, 0 … 1. Ours. */
  readonly weight: number;
} & (
  | {
      readonly at: 'after';
      readonly sessions: SessionFilter;
      readonly fromMin: number;
      readonly toMin: number;
      readonly bestToMin?: number;
      readonly late?: number;
    }
  | { readonly at: 'before'; readonly sessions: SessionFilter; readonly fromMin: number; readonly toMin: number }
  | { readonly at: 'during'; readonly sessions: SessionFilter }
  | { readonly at: 'day'; readonly days: DayFilter; readonly part: 'waking' | 'evening' }
  | { readonly at: 'night' }
  | { readonly at: 'rest-day' }
);
