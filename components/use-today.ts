import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { clock } from '../lib/core/clock';
import type { Situation } from '../lib/planner';
import type { ReboundDatabase } from '../lib/storage';
import { followToday } from '../lib/today/follow-today';
import type { Today } from '../lib/today/read-today';

/**
 * Today, followed: the verdict, the plan and the next step. `undefined` until the first answer, an `Error` when it cannot be read.
 * @param devices those at hand
 */
export function useToday(db: ReboundDatabase, devices: Situation['devices'] = []): Today | Error | undefined {
  const [today, setToday] = useState<Today | Error | undefined>(undefined);
  useEffect(() => {
    const { look, end } = followToday({ db, product: browser.runtime.getManifest().version, devices, listen: setToday });
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
      end();
    };
    // A new list of the same devices is no change.
  }, [db, devices.map(({ id }) => id).join()]);
  return today;
}

const MINUTE_MS = 60_000;

/** The time for count-downs, epoch ms: read again every minute, and whenever `today` is a new one. */
export function useMinute(today: unknown): number {
  const [nowMs, setNowMs] = useState(() => clock.now());
  useEffect(() => {
    const leaving = new AbortController();
    const look = () => setNowMs(clock.now());
    const everyMinute = async () => {
      for (;;) {
        await clock.wait(MINUTE_MS, leaving.signal);
        look();
      }
    };
    look();
    everyMinute().catch((error: unknown) => {
      if (!leaving.signal.aborted) console.error('minute', error);
    });
    document.addEventListener('visibilitychange', look);
    return () => {
      leaving.abort();
      document.removeEventListener('visibilitychange', look);
    };
  }, [today]);
  return nowMs;
}
