import type { SentBeat } from './heart-rate-options';
import type { PeripheralModel } from './model';
import { type StrapOptions, simulatedStrap } from './strap';

export interface ReplayStrap extends PeripheralModel {
  /** When each interval of the recording ends, in ms after the first began. */
  readonly beatTimesMs: readonly number[];
  /** Every interval sent so far, in order. It does not tell whether anyone was subscribed: compare `sentAtMs`. */
  readonly sent: readonly SentBeat[];
}

/**
 * A strap that plays a recording (RR in ms) once: `nextAtMs()` is null after the last beat, unless its battery falls. Otherwise like
 * `simulatedStrap`. Throws `RangeError` for an interval that is negative or not a number.
 */
export function replayStrap(rrMs: readonly number[], options: Omit<StrapOptions, 'rr'> = {}): ReplayStrap {
  const wrong = rrMs.find((rr) => !Number.isFinite(rr) || rr < 0);
  if (wrong !== undefined) throw new RangeError(`not an RR interval: ${wrong}`);
  const sent: SentBeat[] = [];
  let sumMs = 0;
  const beatTimesMs = rrMs.map((rr) => {
    sumMs += rr;
    return sumMs;
  });
  const strap = simulatedStrap({
    ...options,
    rr: rrMs,
    onSent: (beat) => {
      sent.push(beat);
      options.onSent?.(beat);
    },
  });
  return { ...strap, beatTimesMs, sent };
}
