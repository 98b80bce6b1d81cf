import { liveQuery, type Subscription } from 'dexie';
import { clock } from '../core/clock';
import type { Situation } from '../planner';
import type { ReboundDatabase } from '../storage';
import type { Today } from './read-today';
import { keepToday, type MarkedToday, readMarkedToday } from './write-snapshot';

const LOOK_MS = 60_000;

export interface TodayFollower {
  /** Reads again if today no longer holds. Call it when the user returns to a page. */
  readonly look: () => void;
  readonly end: () => void;
}

interface FollowOptions {
  readonly db: ReboundDatabase;
  /** Version of the product: other versions do not read its snapshots. */
  readonly product: string;
  readonly devices?: Situation['devices'];
  readonly listen: (today: Today | Error) => void;
}

/**
 * Follows today: reports it at once, after every write that affects it, and when it no longer holds. Stores each snapshot, so that all
 * surfaces show the same.
 */
export function followToday({ db, product, devices = [], listen }: FollowOptions): TodayFollower {
  const ended = new AbortController();
  let subscription: Subscription | null = null;
  let untilMs = Number.POSITIVE_INFINITY;
  const tell = (marked: MarkedToday) => {
    untilMs = marked.today.untilMs;
    listen(marked.today);
    // False means that something was written meanwhile, and the query runs again.
    keepToday(db, product, marked).catch((error: unknown) => console.error('snapshot', error));
  };
  const read = () => {
    subscription?.unsubscribe();
    subscription = liveQuery(() => readMarkedToday(db, clock.now(), devices)).subscribe({
      next: tell,
      error: (error: unknown) => listen(error instanceof Error ? error : new Error(String(error))),
    });
  };
  const look = () => {
    if (clock.now() >= untilMs) read();
  };
  const everyMinute = async () => {
    for (;;) {
      await clock.wait(LOOK_MS, ended.signal);
      look();
    }
  };
  read();
  everyMinute().catch((error: unknown) => {
    if (!ended.signal.aborted) console.error('today', error);
  });
  return {
    look,
    end: () => {
      ended.abort();
      subscription?.unsubscribe();
    },
  };
}
