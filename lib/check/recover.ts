import {
  type Check,
  discardRecording,
  getSettings,
  keepRecording,
  type OpenRecording,
  openRecordings,
  type ReboundDatabase,
  readJournal,
} from '../storage';
import { assembleCheck, replayJournal } from './assemble';
import { OWNER_LOCK } from './owner';

/**
 * Handles recordings whose tab is gone. Only the holder of the owner lock may call these functions: while another page holds it, the
 * recordings are still running.
 */

/** An interrupted recording, and the part of it that reached the disk. */
export interface Interrupted {
  readonly recording: OpenRecording;
  readonly beats: number;
  readonly countedS: number;
}

/**
 * Keeps recordings that were left on purpose, deletes those without a beat, and returns the interrupted ones, to be offered to the user.
 */
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

/** Stores the check in the journal of an interrupted recording. */
export async function keepInterrupted(db: ReboundDatabase, recording: OpenRecording): Promise<Check | null> {
  const check = await rebuild(db, recording);
  return check !== null && (await keepRecording(db, check)) ? check : null;
}

/** The check in a journal, ended with its last packet; null when it holds no beat. */
async function rebuild(db: ReboundDatabase, open: OpenRecording): Promise<Check | null> {
  const journal = await readJournal(db, open.id);
  const recording = replayJournal(open, journal);
  if (recording.ticks.length === 0) return null;
  return assembleCheck(open, recording, journal.at(-1)?.atMs ?? open.startedAtMs, await getSettings(db));
}

/**
 * For other surfaces, while no app tab is open: keeps what was left on purpose. The app will ask about interrupted recordings. With
 * `waitMs`, waits that long for a closing tab to release its lock; otherwise does nothing while the lock is held.
 */
export async function settleIfFree(db: ReboundDatabase, waitMs = 0): Promise<Check[]> {
  const options = waitMs > 0 ? { signal: AbortSignal.timeout(waitMs) } : { ifAvailable: true };
  try {
    return await navigator.locks.request(OWNER_LOCK, options, async (lock) => (lock === null ? [] : (await settleRecordings(db)).kept));
  } catch (error) {
    // Another app tab took over first and settles the recordings itself.
    if (error instanceof DOMException && error.name === 'TimeoutError') return [];
    throw error;
  }
}
