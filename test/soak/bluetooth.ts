/**
 * Simulated sessions with a bad radio and users who act at any moment, on a held clock. In each session every promise settles, operations
 * run in order and one at a time, no stop is overtaken, and nothing arrives from a lost link. At the end no listener, timer or link is
 * left, and the state is ready, failed or closed.
 */
import { createHash } from 'node:crypto';
import type { Journal } from './bluetooth/person';
import { session } from './bluetooth/session';

export interface SoakOptions {
  readonly sessions: number;
  readonly seed: number;
  /** The number of the first session, to repeat a single one. Default 0. */
  readonly first?: number;
}

type Counts = Record<string, number>;

export interface SoakResult extends SoakOptions {
  /** Hash of all events in order: the same for the same seed. */
  readonly digest: string;
  readonly operations: number;
  readonly packetsHeard: number;
  readonly finalStates: Counts;
  /** How often each event happened, and in which state. */
  readonly counts: Readonly<Record<'acts' | 'faults' | 'operations' | 'states', Counts>>;
  /** The violations, with the number of the session; the first few. */
  readonly wrong: readonly string[];
  readonly wrongSessions: number;
  /** All events of the first session with a violation. */
  readonly story: readonly string[];
}

const MANY = 20;
const STORY = 60;

export async function soakBluetooth({ sessions, seed, first = 0 }: SoakOptions): Promise<SoakResult> {
  const digest = createHash('sha256');
  const counts = { acts: {} as Counts, faults: {} as Counts, operations: {} as Counts, states: {} as Counts };
  const finalStates: Counts = {};
  const wrong: string[] = [];
  let story: readonly string[] = [];
  let [operations, packetsHeard, wrongSessions] = [0, 0, 0];
  const add = (to: Counts, key: string) => {
    to[key] = (to[key] ?? 0) + 1;
  };
  for (let number = first; number < first + sessions; number++) {
    const happened: string[] = [];
    let isWrong = false;
    const journal: Journal = {
      wrong(what) {
        isWrong = true;
        happened.push(`wrong: ${what}`);
        if (wrong.length < MANY) wrong.push(`session ${number}: ${what}`);
      },
      happened: (what) => happened.push(what),
      count: (heading, key) => add(counts[heading], key),
    };
    const { heard, asked, ends } = await session(seed * 1_000_003 + number, journal);
    operations += asked;
    packetsHeard += heard;
    for (const state of ends) add(finalStates, state);
    if (isWrong && wrongSessions++ === 0) story = happened.slice(-STORY);
    digest.update(`${number} ${heard} ${happened.join('\n')}\n`);
  }
  return {
    sessions,
    seed,
    first,
    digest: digest.digest('hex'),
    operations,
    packetsHeard,
    finalStates,
    counts,
    wrong,
    wrongSessions,
    story,
  };
}
