import { MINUTE_MS } from '../core/time';

/** One pace: from `fromMs` (epoch ms), where a breath in began, one breath follows the other. */
export interface Breath {
  readonly perMin: number;
  readonly fromMs: number;
}

/** Of each breath this much is breathing in. */
export const IN_SHARE = 0.4;

/** Where in its breath an instant lies: 0 … 1 from the beginning of breathing in. */
export function phaseAt({ perMin, fromMs }: Breath, atMs: number): number {
  const breaths = ((atMs - fromMs) * perMin) / MINUTE_MS;
  return breaths - Math.floor(breaths);
}

/** How full the lungs are to be, 0 … 1: evenly up and evenly down. */
export function fullness(phase: number): number {
  return phase < IN_SHARE ? phase / IN_SHARE : (1 - phase) / (1 - IN_SHARE);
}
