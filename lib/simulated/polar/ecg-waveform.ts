/** A wave: its peak after the R peak and its width (one SD), both in ms, and its height relative to the R peak. */
interface Wave {
  readonly atMs: number;
  readonly widthMs: number;
  readonly height: number;
  /** Whether its position scales with the square root of the interval, as repolarisation does. */
  readonly stretches?: boolean;
}

const normal: readonly Wave[] = [
  { atMs: -160, widthMs: 20, height: 0.12, stretches: true },
  { atMs: -35, widthMs: 10, height: -0.12 },
  { atMs: 0, widthMs: 11, height: 1 },
  { atMs: 35, widthMs: 10, height: -0.25 },
  { atMs: 280, widthMs: 45, height: 0.28, stretches: true },
];
const ectopic: readonly Wave[] = [
  { atMs: 0, widthMs: 30, height: 1.3 },
  { atMs: 95, widthMs: 35, height: -0.5 },
  { atMs: 300, widthMs: 60, height: -0.35 },
];

/** No wave reaches farther from its R peak. */
export const BEFORE_MS = 350;
export const AFTER_MS = 700;

/** Height of the trace at a time after an R peak (negative: before), relative to a normal R peak; `rrMs` is the interval before. */
export function heartWave(sinceMs: number, rrMs: number, isEctopic: boolean): number {
  const stretch = Math.min(1.3, Math.max(0.6, Math.sqrt(rrMs / 1000)));
  let height = 0;
  for (const wave of isEctopic ? ectopic : normal) {
    const off = (sinceMs - wave.atMs * (wave.stretches ? stretch : 1)) / wave.widthMs;
    height += wave.height * Math.exp(-(off ** 2) / 2);
  }
  return height;
}

/** The mean square of the trace of normal beats every `rrMs`, relative to that of a normal R peak. */
export function meanPower(rrMs: number): number {
  let sum = 0;
  for (let ms = -BEFORE_MS; ms < AFTER_MS; ms++) sum += heartWave(ms, rrMs, false) ** 2;
  return sum / rrMs;
}
