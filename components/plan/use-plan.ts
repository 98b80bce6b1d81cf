import { useEffect, useState } from 'preact/hooks';
import { clock } from '../../lib/core/clock';
import { MINUTE_MS } from '../../lib/core/time';
import type { Situation } from '../../lib/planner';
import { type ReboundDatabase, rememberPlan } from '../../lib/storage';
import { type PlanNow, readPlan, standsUntilMs, toRemembered } from '../../lib/today/plan/load-plan';
import { readTodayOfUser, type Today } from '../../lib/today/today';
import { useDay } from '../use-day';
import { useLive } from '../use-live';

const LOOK_MS = MINUTE_MS;

interface FollowedPlan {
  /** `undefined` until the first answer, an `Error` when it cannot be read. */
  readonly now: PlanNow | Error | undefined;
  /** For count-downs: the time, to the minute. */
  readonly nowMs: number;
}

/**
 * The plan, followed: planned again as soon as anything it rests on changes, and when something in it is over that nobody ticked off; not
 * with every minute. What is shown is remembered, so that the next plan is like it. `given`: the reading of today where the caller has it;
 * `devices`: those at hand.
 */
export function usePlan(db: ReboundDatabase, given?: Today, devices: Situation['devices'] = []): FollowedPlan {
  const day = useDay();
  const [nowMs, setNowMs] = useState(() => clock.now());
  const [turn, setTurn] = useState(0);
  const now = useLive(async () => {
    const atMs = clock.now();
    return readPlan(db, given ?? (await readTodayOfUser(db, atMs)), atMs, devices);
  }, [db, given, day, turn, devices.map(({ id }) => id).join()]);
  const plan = now === undefined || now instanceof Error ? null : now.plan;
  const world = now === undefined || now instanceof Error ? null : now.world;

  useEffect(() => {
    if (plan === null || world === null) return;
    setNowMs(clock.now());
    rememberPlan(db, world, toRemembered(plan)).catch((error: unknown) => console.error('plan', error));
  }, [db, plan, world]);

  useEffect(() => {
    const leaving = new AbortController();
    const look = () => {
      const atMs = clock.now();
      setNowMs(atMs);
      if (plan !== null && atMs >= standsUntilMs(plan)) setTurn((before) => before + 1);
    };
    const everyMinute = async () => {
      for (;;) {
        await clock.wait(LOOK_MS, leaving.signal);
        look();
      }
    };
    everyMinute().catch(() => {
      // Left.
    });
    document.addEventListener('visibilitychange', look);
    return () => {
      leaving.abort();
      document.removeEventListener('visibilitychange', look);
    };
  }, [plan]);
  return { now, nowMs };
}
