import { TICKS_PER_SECOND } from './types';

/** Ticks of 1/1024 s to ms. */
export function ticksToMs(ticks: number): number {
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/** RR intervals in ms of a stretch of raw ticks. */
export function toRrMs(ticks: ArrayLike<number>, from = 0, to = ticks.length): Float64Array {
  const rr = new Float64Array(Math.max(0, to - from));
  for (let i = 0; i < rr.length; i++) rr[i] = ticksToMs(ticks[from + i] ?? 0);
  return rr;
}

/** Beat time of a stretch: the sum of its intervals, in ms. */
export function beatTimeMs(ticks: ArrayLike<number>, from = 0, to = ticks.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += ticks[i] ?? 0;
  return ticksToMs(sum);
}
