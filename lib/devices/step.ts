import type { Range } from './driver';

/** How far a rounding error may be, in steps, before the value counts as the step below. */
const ROUNDING = 1e-6;

/** The step at or below `value`, counted from `min`. The caller checks the range. */
export function stepBelow({ min, step }: Pick<Range, 'min' | 'step'>, value: number, rounding: number = ROUNDING): number {
  const steps = Math.floor((value - min) / step + rounding);
  // Fractions of a step accumulate errors in binary: 3 × 0.1 is not 0.3.
  return Number((min + steps * step).toFixed(6));
}
