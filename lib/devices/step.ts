import type { Range } from './driver';

/** What a float may be off by, in steps, before it counts as the step below. */
const ROUNDING = 1e-6;

/** The step at or below `value`, counted from `min`. What lies outside the range is the caller's to judge. */
export function stepBelow({ min, step }: Pick<Range, 'min' | 'step'>, value: number, rounding: number = ROUNDING): number {
  const steps = Math.floor((value - min) / step + rounding);
  // Fractions of a step pile up in binary: 3 × 0.1 is not 0.3.
  return Number((min + steps * step).toFixed(6));
}
