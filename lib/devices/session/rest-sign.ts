import type { Movement } from '../safety/rest';

/** The last report of one kind of movement. Times by the clock of the watch, ms. */
export interface RestSign extends Movement {
  readonly atMs: number;
  /** Since when it has moved, or not. */
  readonly sinceMs: number;
  /** Its place in the order of the reports. */
  readonly number: number;
}

/** Whether a sign says by itself that nothing moves, at once. */
export function saysRest({ what, moves }: RestSign): boolean {
  return !moves && (what === 'running' || what === 'speed');
}
