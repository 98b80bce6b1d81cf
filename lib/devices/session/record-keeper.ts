import type { Clock } from '../../core/clock';
import type { SessionEnd, SessionRecord } from '../../storage';

/** Where records are stored: in the app, the database. */
export interface RecordSink {
  put(record: SessionRecord): Promise<void>;
  /** Adds to a stored record, whose user may have written a note or deleted it since. */
  addLater(id: string, late: LateReport): Promise<void>;
  /** Hands the write over before it returns, for a page that is about to close. */
  putNow(record: SessionRecord): void;
}

/** The state at an instant: measured where the device reports it, otherwise as sent. */
export interface Observation {
  readonly levels: Readonly<Record<string, number>>;
  readonly temperatureC?: number;
  readonly measured: boolean;
}

/** What the device may report while it comes to rest, and after the end. */
export type LateReport = Pick<SessionRecord, 'fault' | 'rest'>;

/** A measured level fluctuates. It is recorded no more often than this. */
const MEASURED_EVERY_MS = 5000;
/** The most of a session that is lost when the tab is killed. */
const BEAT_MS = 15_000;
/** A record that could not be stored is tried again after this time. */
const RETRY_MS = 5000;

interface KeeperParts {
  readonly sink: RecordSink;
  readonly clock: Pick<Clock, 'wait'>;
  /** Whether the newest record could not be stored. The user must know. */
  readonly failed?: (failed: boolean) => void;
}

/**
 * Writes the record of one session as it goes, so that little is lost when the tab is killed. Keeps it in memory. At most one write is
 * running; the next one takes the newest record. A record that the disk refuses is tried again until it is stored, also after the end of
 * the session. The caller must call `close` or `closeNow`.
 */
export class RecordKeeper {
  readonly #parts: KeeperParts;
  #record: SessionRecord;
  #writing: Promise<void> | null = null;
  #dirty = false;
  /** The newest record could not be stored. */
  #refused = false;
  /** The record is stored with its end. From then on the row is the user's, and is only added to. */
  #closed = false;
  #writtenAtMs: number;
  /** Observed, but not written yet because it came too soon. */
  #held: SessionRecord['done'][number] | null = null;

  constructor(record: SessionRecord, parts: KeeperParts) {
    this.#record = record;
    this.#parts = parts;
    this.#writtenAtMs = record.startedAtMs;
    this.#write();
  }

  get record(): SessionRecord {
    return this.#record;
  }

  /** Records what was done up to now. `activeS` counts the time in which the device was running, as far as known. */
  note(atMs: number, seen: Observation, activeS: number): void {
    if (this.#record.endedAtMs !== null) return;
    this.#record = { ...this.#record, activeS };
    const last = this.#record.done.at(-1);
    const changed = last === undefined || !same(last, seen);
    const soon = seen.measured && last?.measured === true && atMs - last.atMs < MEASURED_EVERY_MS;
    this.#held = changed && soon ? { atMs, ...seen } : null;
    if (changed && !soon) this.#record = { ...this.#record, done: [...this.#record.done, { atMs, ...seen }] };
    if ((changed && !soon) || atMs - this.#writtenAtMs >= BEAT_MS) {
      this.#writtenAtMs = atMs;
      this.#write();
    }
  }

  /** Resolves when everything is written, or has failed. A closed record does not change, apart from `addLater`. */
  async close(end: SessionEnd, endedAtMs: number, late: LateReport = {}): Promise<void> {
    if (this.#record.endedAtMs === null) {
      this.#end(end, endedAtMs, late);
      this.#write();
    }
    await this.#writing;
  }

  /** What the device reported after the end of the session. */
  addLater(late: LateReport): void {
    this.#record = { ...this.#record, ...late };
    this.#write();
  }

  /** For a page that goes away: closes the record unless it is closed, and is the last chance for one that could not be stored. */
  closeNow(end: SessionEnd, endedAtMs: number, late: LateReport = {}): void {
    const ended = this.#record.endedAtMs !== null;
    if (!ended) this.#end(end, endedAtMs, late);
    if (!ended || (this.#refused && !this.#closed)) this.#parts.sink.putNow(this.#record);
  }

  /** Includes the last observation, which may be why the session ended. */
  #end(end: SessionEnd, endedAtMs: number, late: LateReport): void {
    const done = this.#held === null ? this.#record.done : [...this.#record.done, this.#held];
    this.#record = { ...this.#record, done, end, endedAtMs, ...late };
  }

  #write(): void {
    this.#dirty = true;
    this.#writing ??= this.#drain();
  }

  async #drain(): Promise<void> {
    while (this.#dirty) {
      this.#dirty = false;
      try {
        await this.#store(this.#record);
        this.#show(false);
      } catch (error) {
        // A full disk is shown to the user, but the session continues.
        console.error('session record', error);
        if (!this.#refused) void this.#tryAgain();
        this.#show(true);
      }
    }
    this.#writing = null;
  }

  async #store(record: SessionRecord): Promise<void> {
    const { sink } = this.#parts;
    const { id, fault, rest, endedAtMs } = record;
    const late = { ...(fault === undefined ? {} : { fault }), ...(rest === undefined ? {} : { rest }) };
    if (this.#closed) return sink.addLater(id, late);
    await sink.put(record);
    this.#closed = endedAtMs !== null;
  }

  #show(refused: boolean): void {
    this.#refused = refused;
    this.#parts.failed?.(refused);
  }

  async #tryAgain(): Promise<void> {
    do {
      await this.#parts.clock.wait(RETRY_MS);
      if (this.#refused) this.#write();
      await this.#writing;
    } while (this.#refused);
  }
}

function same(a: Observation, b: Observation): boolean {
  const keys = new Set([...Object.keys(a.levels), ...Object.keys(b.levels)]);
  const level = [...keys].every((key) => a.levels[key] === b.levels[key]);
  return level && a.temperatureC === b.temperatureC && a.measured === b.measured;
}
