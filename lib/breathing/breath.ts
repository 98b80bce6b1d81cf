/** One pace: from `fromMs` (epoch ms), where a breath in began, one breath follows the other. */
export interface Breath {
  readonly perMin: number;
  readonly fromMs: number;
}

/** Paces that can be chosen, breaths a minute (facts/recovery.md: 4.5–6.5, ours), and minutes of a session. */
export const BREATH_RATES = [4.5, 5, 5.5, 6, 6.5] as const;
export const BREATHE_MINUTES = { least: 5, most: 20 } as const;
/** Of each breath this much is breathing in. */
export const IN_SHARE = 0.4;

/** Where in its breath an instant lies: 0 … 1 from the beginning of breathing in. */
export function phaseAt({ perMin, fromMs }: Breath, atMs: number): number {
  const breaths = ((atMs - fromMs) * perMin) / 60_000;
  return breaths - Math.floor(breaths);
}

/** How full the lungs are to be, 0 … 1: evenly up and evenly down. */
export function fullness(phase: number): number {
  return phase < IN_SHARE ? phase / IN_SHARE : (1 - phase) / (1 - IN_SHARE);
}
