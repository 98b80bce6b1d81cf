import { MINUTE_MS } from '../core/time';

/** One pace: breaths follow one another from `fromMs` on (epoch ms), where an inhalation began. */
export interface Breath {
  readonly perMin: number;
  readonly fromMs: number;
}

/** Share of each breath that is inhalation. */
export const IN_SHARE = 0.4;

/** The phase of the breath at an instant: 0 to 1 from the start of the inhalation. */
export function phaseAt({ perMin, fromMs }: Breath, atMs: number): number {
  const breaths = ((atMs - fromMs) * perMin) / MINUTE_MS;
  return breaths - Math.floor(breaths);
}

/** How full the lungs should be, 0 to 1; rises and falls evenly. */
export function fullness(phase: number): number {
  return phase < IN_SHARE ? phase / IN_SHARE : (1 - phase) / (1 - IN_SHARE);
}
