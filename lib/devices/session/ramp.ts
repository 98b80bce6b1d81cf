import type { Range } from '../driver';
import { stepBelow } from '../step';

/** Smaller than elsewhere: a level just below a step that is not allowed must not count as that step. */
const ROUNDING = 1e-9;

/** How a level reaches its target without a jump. */
export interface RampMove {
  readonly range: Range;
  /** The level that was sent last. */
  readonly from: number;
  readonly to: number;
  /** Time since it was sent, s. */
  readonly sinceS: number;
  /** The fastest change allowed, in the level's unit each second. */
  readonly limitPerS: number;
  /** The speed that the step asks for, if that is slower; null for none. */
  readonly wishedPerS: number | null;
}

/**
 * The next level to send; null when it is too early, or when the target is reached. However long ago the last level was sent (the page may
 * have slept), one command never moves further than the limit allows in one second, or one step of the range if that is larger. A large
 * step waits as long as the limit requires.
 */
export function nextLevel({ range, from, to, sinceS, limitPerS, wishedPerS }: RampMove): number | null {
  const target = onGrid(range, to);
  const steps = Math.round((target - from) / range.step);
  if (steps === 0) return null;
  const perS = Math.min(limitPerS, wishedPerS === null || wishedPerS <= 0 ? Number.POSITIVE_INFINITY : wishedPerS);
  // The small extra keeps 0.2 / 0.1 from counting as slightly less than two steps.
  const due = Math.floor((perS * sinceS) / range.step + ROUNDING);
  const most = Math.max(1, Math.floor(limitPerS / range.step + ROUNDING));
  const moved = Math.min(Math.abs(steps), due, most);
  return moved < 1 ? null : onGrid(range, from + Math.sign(steps) * moved * range.step);
}

/** The highest level of the range at or below the requested one. */
export function onGrid(range: Range, level: number): number {
  return stepBelow(range, Math.min(range.max, Math.max(range.min, level)), ROUNDING);
}
