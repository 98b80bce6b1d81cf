import type { HeldClock } from '../../../lib/core/clock';

export interface WatchedClock extends HeldClock {
  /** Waits that have neither ended nor been aborted. */
  readonly pending: number;
}

export function watchedClock(inner: HeldClock): WatchedClock {
  let pending = 0;
  const over = () => {
    pending--;
  };
  return {
    now: () => inner.now(),
    advance: (ms) => inner.advance(ms),
    wait(ms, signal) {
      pending++;
      const waiting = inner.wait(ms, signal);
      waiting.then(over, over);
      return waiting;
    },
    get pending() {
      return pending;
    },
  };
}
