import { useEffect, useState } from 'preact/hooks';
import { clock } from '../lib/core/clock';
import { type Day, toDay } from '../lib/core/day';
import { MINUTE_MS } from '../lib/core/time';

const LOOK_MS = MINUTE_MS;

/** Today, also when a page stays open over midnight: checked every minute, and when the page becomes visible again. */
export function useDay(): Day {
  const [day, setDay] = useState(() => toDay(clock.now()));
  useEffect(() => {
    const look = () => setDay(toDay(clock.now()));
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
    };
  }, []);
  return day;
}
