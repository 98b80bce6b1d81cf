import { useEffect, useState } from 'preact/hooks';
import { clock } from '../lib/core/clock';

/** The time, epoch ms, once a second. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(clock.now);
  useEffect(() => {
    const leaving = new AbortController();
    const everySecond = async () => {
      while (!leaving.signal.aborted) {
        setNowMs(clock.now());
        await clock.wait(1000, leaving.signal);
      }
    };
    everySecond().catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });
    return () => leaving.abort();
  }, []);
  return nowMs;
}
