import type { Range } from '../driver';
import { stepBelow } from '../step';

/** Closer than elsewhere: a level just below a step that is not allowed must not count as it. */
const ROUNDING = 1e-9;

/** How a level gets from where it is to where it shall be without a jump. */
export interface RampMove {
  readonly range: Range;
  /** The level that was told last. */
  readonly from: number;
  readonly to: number;
  /** Since that was told, s. */
  readonly sinceS: number;
  /** The fastest change allowed, in the level's unit each second. */
  readonly limitPerS: number;
  /** What the step asks for where that is slower; null: nothing. */
  readonly wishedPerS: number | null;
}

/**
 * The next level to tell; null when it is too early, or there. However long ago the last one was told (a page that slept), one command
 * never moves further than the limit allows in one second, or one step of the range where that is coarser; a coarse step waits as long
 * as the limit asks for it.
 */
export function nextLevel({ range, from, to, sinceS, limitPerS, wishedPerS }: RampMove): number | null {
  const target = onGrid(range, to);
  const steps = Math.round((target - from) / range.step);
  if (steps === 0) return null;
  const perS = Math.min(limitPerS, wishedPerS === null || wishedPerS <= 0 ? Number.POSITIVE_INFINITY : wishedPerS);
  // The small extra keeps 0.2 / 0.1 from counting as one step and a bit less than two.
  const due = Math.floor((perS * sinceS) / range.step + ROUNDING);
  const most = Math.max(1, Math.floor(limitPerS / range.step + ROUNDING));
  const moved = Math.min(Math.abs(steps), due, most);
  return moved < 1 ? null : onGrid(range, from + Math.sign(steps) * moved * range.step);
}

/** The nearest level of the range that is not above what was asked. */
export function onGrid(range: Range, level: number): number {
  return stepBelow(range, Math.min(range.max, Math.max(range.min, level)), ROUNDING);
}
