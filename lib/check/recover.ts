import {
  type Check,
  discardRecording,
  keepRecording,
  type OpenRecording,
  openRecordings,
  type ReboundDatabase,
  readJournal,
} from '../storage';
import { assembleCheck, replayJournal } from './assemble';
import { OWNER_LOCK } from './owner';

/**
 * What to do with recordings whose tab is gone. Only the holder of the owner lock may call these: while it is held elsewhere, the
 * recordings are alive.
 */

/** A recording that was cut off, and what of it reached the disk. */
export interface Interrupted {
  readonly recording: OpenRecording;
  readonly beats: number;
  readonly countedS: number;
}

/** Keeps what was left on purpose, clears what holds no beat, and returns what was cut off, to be offered to the user. */
export async function settleRecordings(db: ReboundDatabase): Promise<{ kept: Check[]; interrupted: Interrupted[] }> {
  const kept: Check[] = [];
  const interrupted: Interrupted[] = [];
  for (const recording of await openRecordings(db)) {
    const check = await rebuild(db, recording);
    if (check === null) await discardRecording(db, recording.id);
    else if (recording.left) {
      if (await keepRecording(db, check)) kept.push(check);
    } else {
      const { beats, raw } = check.summary;
      interrupted.push({ recording, beats: check.rrTicks.length, countedS: (beats * (raw.meanRrMs ?? 0)) / 1000 });
    }
  }
  return { kept, interrupted };
}

/** Stores what the journal of an interrupted recording holds. */
export async function keepInterrupted(db: ReboundDatabase, recording: OpenRecording): Promise<Check | null> {
  const check = await rebuild(db, recording);
  return check !== null && (await keepRecording(db, check)) ? check : null;
}

/** The check that a journal makes, ended with its last packet; null when it holds no beat. */
async function rebuild(db: ReboundDatabase, open: OpenRecording): Promise<Check | null> {
  const journal = await readJournal(db, open.id);
  const recording = replayJournal(open, journal);
  if (recording.ticks.length === 0) return null;
  return assembleCheck(open, recording, journal.at(-1)?.atMs ?? open.startedAtMs);
}

/**
 * For the other surfaces, where no app tab lives: keeps what was left. Interrupted recordings stay for the app to ask about. With
 * `waitMs`, waits that long for a closing tab to let go of its lock; otherwise does nothing while the lock is held.
 */
export async function settleIfFree(db: ReboundDatabase, waitMs = 0): Promise<Check[]> {
  const options = waitMs > 0 ? { signal: AbortSignal.timeout(waitMs) } : { ifAvailable: true };
  try {
    return await navigator.locks.request(OWNER_LOCK, options, async (lock) => (lock === null ? [] : (await settleRecordings(db)).kept));
  } catch (error) {
    // Another app tab took over first: it settles the recordings itself.
    if (error instanceof DOMException && error.name === 'TimeoutError') return [];
    throw error;
  }
}
