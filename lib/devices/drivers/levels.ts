import { type Capabilities, DriverFault, type Range } from '../driver';
import { stepBelow } from '../step';

/** How far a rounding error may place a value outside the range. */
const ROUNDING = 1e-6;

/** The step at or below `value`. Throws `out-of-range` outside the range, and for NaN. */
export function stepAtOrBelow(range: Range, value: number): number {
  const { min, max, step } = range;
  if (!(value >= min - ROUNDING && value <= max + ROUNDING)) throw new DriverFault('out-of-range', `${value} is not in ${min}..${max}`);
  if (step <= 0) return Math.min(max, Math.max(min, value));
  return Math.min(max, stepBelow(range, value));
}

/** The level to set a zone to for a requested level. Throws `not-supported` for a zone without levels, or `out-of-range`. */
export function snapLevel({ zones }: Capabilities, zone: string, level: number): number {
  const range = zones.find(({ id }) => id === zone)?.range;
  if (range === undefined) throw new DriverFault('not-supported', `no levels in ${zone}`);
  return stepAtOrBelow(range, level);
}
