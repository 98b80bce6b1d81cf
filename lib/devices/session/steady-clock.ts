import { type Clock, clock } from '../../core/clock';

declare const __HELD_CLOCK__: boolean;

/** The part of a worker that the clock uses. */
export interface TimerPort {
  postMessage(message: { readonly id: number; readonly ms: number | null }): void;
  onmessage: ((event: MessageEvent<number>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** How much later than the worker a timer of the page ends a wait. */
const LATE_MS = 1000;

/**
 * A clock for sessions, whose timers run in a worker. Chromium slows the timers of a hidden page to once a second, and after five minutes
 * to once a minute, whatever locks the page holds. It does not slow a worker's timers (measured with Chromium 156: 250 ms stayed 250 ms; in
 * the page they became 1 s and 60 s). A page with a Bluetooth link or a held lock is not frozen. The time itself comes from the wall clock,
 * so a machine that slept ends its sessions when it wakes.
 *
 * A worker may fail to load, or be ended by the browser without a word, and a session whose wait never ends never stops. So a timer of the
 * page ends each wait that the worker has not ended a second later, and without that second once the worker has reported an error.
 *
 * Keeps the pending timers in memory. Its worker lives as long as the page.
 */
export function steadyClock(port: TimerPort, nowMs: () => number = () => Date.now()): Clock {
  const waiting = new Map<number, () => void>();
  let last = 0;
  let lateMs = LATE_MS;
  port.onmessage = ({ data }) => waiting.get(data)?.();
  port.onerror = ({ message }) => {
    console.error('timer worker', message);
    lateMs = 0;
  };
  return {
    now: nowMs,
    monotonicMs: () => performance.now(),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const id = ++last;
        const forget = () => {
          waiting.delete(id);
          clearTimeout(late);
          signal?.removeEventListener('abort', abort);
        };
        const cancel = () => {
          forget();
          port.postMessage({ id, ms: null });
        };
        const abort = () => {
          cancel();
          reject(signal?.reason);
        };
        const late = setTimeout(() => {
          cancel();
          resolve();
        }, Math.max(0, ms) + lateMs);
        waiting.set(id, () => {
          forget();
          resolve();
        });
        signal?.addEventListener('abort', abort, { once: true });
        port.postMessage({ id, ms: Math.max(0, ms) });
      }),
  };
}

/** The clock of the app tab's sessions. The page's own clock in the end-to-end build, and where no worker can be created. */
export function sessionClock(): Clock {
  if (__HELD_CLOCK__) return clock;
  try {
    return steadyClock(new Worker(new URL('./timer-worker.ts', import.meta.url), { type: 'module' }));
  } catch (error) {
    console.error('timer worker', error);
    return clock;
  }
}
