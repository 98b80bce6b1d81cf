import { useEffect, useState } from 'preact/hooks';
import { clock } from '../lib/core/clock';
import type { Day } from '../lib/core/day';
import { MINUTE_MS } from '../lib/core/time';
import { findWakingDay, type SleepTimes } from '../lib/core/waking-day';

const LOOK_MS = MINUTE_MS;

/**
 * Today, the waking day, also when a page stays open until after the sleep: checked every minute, and when the page becomes visible again.
 */
export function useDay({ wake, bed }: SleepTimes): Day {
  const [nowMs, setNowMs] = useState(() => clock.now());
  useEffect(() => {
    const look = () => setNowMs(clock.now());
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
    };
  }, []);
  return findWakingDay(nowMs, { wake, bed });
}
