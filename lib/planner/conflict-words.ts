/** The words of conflicts by themselves, for code that must stay small. */

/** Why a day should not hold a session: `findConflicts`. */
export const CONFLICT_REASONS = ['ill', 'injured', 'verdict', 'back-from-illness', 'after-race', 'travel', 'rest-day'] as const;
export type ConflictReason = (typeof CONFLICT_REASONS)[number];

/** What can be done about it: make it easy, move it, drop it, keep it. */
export const CONFLICT_OFFERS = ['easy', 'move', 'drop', 'keep'] as const;
export type ConflictOffer = (typeof CONFLICT_OFFERS)[number];
