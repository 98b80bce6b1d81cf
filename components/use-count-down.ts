import { useEffect, useState } from 'preact/hooks';
import type { SessionState } from '../lib/devices/remote/schema';

/** Seconds left of a session or a timer, counted here, because it reports only changes. Null where nobody knows. */
export function useCountDown(session: Pick<SessionState, 'endsAtMs' | 'leftS'> | null, now: () => number = Date.now): number | null {
  const [nowMs, setNowMs] = useState(now);
  const running = session !== null && session.endsAtMs !== null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNowMs(now()), 500);
    return () => clearInterval(timer);
  }, [running]);
  if (session === null) return null;
  return session.endsAtMs === null ? session.leftS : Math.max(0, Math.round((session.endsAtMs - Math.max(nowMs, now())) / 1000));
}
