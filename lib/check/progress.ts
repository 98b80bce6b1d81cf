import { type Phase, type Recording, ticksToMs } from '../recording';

/** Progress of a running check. */
export interface Progress {
  readonly phase: Phase;
  readonly remainingS: number;
  readonly share: number;
  readonly beats: number;
  readonly packets: number;
}

/** The newest intervals for the live trace: time of each beat (s since the first) and its interval (ms), null where there is a gap. */
export interface Trace {
  readonly atS: readonly number[];
  readonly rrMs: readonly (number | null)[];
}

export const NOT_STARTED: Progress = { phase: 'waiting', remainingS: 0, share: 0, beats: 0, packets: 0 };
export const EMPTY_TRACE: Trace = { atS: [], rrMs: [] };
const TRACE_BEATS = 180;

export function measureProgress(recording: Recording): Progress {
  const { phase, remainingS, share, ticks, packets } = recording;
  return { phase, remainingS, share, beats: ticks.length, packets: packets.length };
}

export function toTrace({ ticks, linkGaps }: Recording): Trace {
  const from = Math.max(0, ticks.length - TRACE_BEATS);
  const gaps = new Set(linkGaps.map((gap) => gap.afterBeat));
  const atS: number[] = [];
  const rrMs: (number | null)[] = [];
  let at = 0;
  for (const [i, tick] of ticks.entries()) {
    if (i >= from && gaps.has(i)) {
      atS.push(at);
      rrMs.push(null);
    }
    at += ticksToMs(tick) / 1000;
    if (i < from) continue;
    atS.push(at);
    rrMs.push(ticksToMs(tick));
  }
  return { atS, rrMs };
}
