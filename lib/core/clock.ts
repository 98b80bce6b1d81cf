/**
 * The one source of time for code that waits or takes timestamps: the real clock or, in the end-to-end build, a held clock that stands
 * still until a test advances it, so that a replay runs faster than real time. Timers are kept in memory. Pass an `AbortSignal` to a wait
 * that may have to end early.
 */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted first. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Ms from any point, by a clock that nobody can set; left out where there is none. It may stand still while the machine sleeps. */
  monotonicMs?(): number;
}

export interface HeldClock extends Clock {
  /** Advances time by `ms`. Fires the timers that fall due on the way, in order, with a turn of the event loop after each. */
  advance(ms: number): Promise<void>;
}

declare const __HELD_CLOCK__: boolean;

/**
 * The browser's own, as it was when this file was loaded. While a live query of the database runs, its library puts another in its place, which
 * runs everything that follows as a part of that query: a loop of waits that began there would stay one for ever.
 */
const OwnPromise = Promise;

export function realClock(): Clock {
  return {
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    wait: (ms, signal) =>
      new OwnPromise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const abort = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', abort);
          resolve();
        }, ms);
        signal?.addEventListener('abort', abort, { once: true });
      }),
  };
}

interface Timer {
  readonly due: number;
  readonly fire: () => void;
}

/**
 * A clock that stands still until it is advanced.
 * @param settled resolves once everything that needs real time (a radio answer, a transaction) has finished, with true if there was any.
 * The clock waits for it, and again for whatever it triggered, before it moves on.
 */
export function heldClock(startMs: number, settled: () => Promise<boolean> | undefined = () => undefined): HeldClock {
  let nowMs = startMs;
  let timers: Timer[] = [];
  const turn = async () => {
    do await emptied();
    while (await settled());
  };
  /** Resolves when everything that is now due in the event loop has run. */
  const emptied = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });

  return {
    now: () => nowMs,
    monotonicMs: () => nowMs,
    wait: (ms, signal) =>
      new OwnPromise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const abort = () => {
          timers = timers.filter((other) => other !== timer);
          reject(signal?.reason);
        };
        const timer: Timer = {
          due: nowMs + Math.max(0, ms),
          fire: () => {
            signal?.removeEventListener('abort', abort);
            resolve();
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        timers.push(timer);
      }),
    async advance(ms) {
      const until = nowMs + ms;
      await turn();
      for (;;) {
        const next = timers.reduce<Timer | null>((first, timer) => (first === null || timer.due < first.due ? timer : first), null);
        if (next === null || next.due > until) break;
        timers = timers.filter((timer) => timer !== next);
        nowMs = Math.max(nowMs, next.due);
        next.fire();
        await turn();
      }
      nowMs = until;
      await turn();
    },
  };
}

function chosen(): Clock {
  if (!__HELD_CLOCK__) return realClock();
  // Tests may set it at any time, so it is looked up on each call.
  const settled = () => (globalThis as { __reboundSettled?: () => Promise<boolean> }).__reboundSettled?.();
  const held = heldClock(Date.now(), settled);
  Object.assign(globalThis, { __reboundClock: held });
  return held;
}

export const clock: Clock = chosen();
