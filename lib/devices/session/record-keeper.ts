import type { SessionEnd, SessionRecord } from '../../storage';

/** Where records go: the database, in the app. */
export interface RecordSink {
  put(record: SessionRecord): Promise<void>;
  /** Hands the write over before it returns: for the moment a page goes away. */
  putNow(record: SessionRecord): void;
}

/** What holds at an instant: told, or, where the device says it, measured. */
export interface Observation {
  readonly levels: Readonly<Record<string, number>>;
  readonly temperatureC?: number;
  readonly measured: boolean;
}

/** A measured level fluctuates. It is recorded no more often than this. */
const MEASURED_EVERY_MS = 5000;
/** The most of a session that a killed tab can lose. */
const BEAT_MS = 15_000;

/**
 * The record of one session, written as it goes, so that a killed tab leaves what there was. Keeps it in memory; at most one write is
 * under way, and the next one takes the newest. The caller owes `close` or `closeNow`.
 */
export class RecordKeeper {
  readonly #sink: RecordSink;
  readonly #failed: (failed: boolean) => void;
  #record: SessionRecord;
  #writing: Promise<void> | null = null;
  #dirty = false;
  #writtenAtMs: number;
  /** Seen, and not yet written down because it came too soon. */
  #held: SessionRecord['done'][number] | null = null;

  constructor(record: SessionRecord, sink: RecordSink, failed: (failed: boolean) => void = () => {}) {
    this.#record = record;
    this.#sink = sink;
    this.#failed = failed;
    this.#writtenAtMs = record.startedAtMs;
    this.#write();
  }

  get record(): SessionRecord {
    return this.#record;
  }

  /** What was done up to now; `activeS` counts the time in which the device was at work, as far as is known. */
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

  /** Resolves when everything is written, or has failed. A record that is closed stays as it is. */
  async close(end: SessionEnd, endedAtMs: number): Promise<void> {
    if (this.#record.endedAtMs === null) {
      this.#end(end, endedAtMs);
      this.#write();
    }
    await this.#writing;
  }

  closeNow(end: SessionEnd, endedAtMs: number): void {
    if (this.#record.endedAtMs !== null) return;
    this.#end(end, endedAtMs);
    this.#sink.putNow(this.#record);
  }

  /** With the last that was seen: it may be why it ended. */
  #end(end: SessionEnd, endedAtMs: number): void {
    const done = this.#held === null ? this.#record.done : [...this.#record.done, this.#held];
    this.#record = { ...this.#record, done, end, endedAtMs };
  }

  #write(): void {
    this.#dirty = true;
    this.#writing ??= this.#drain();
  }

  async #drain(): Promise<void> {
    while (this.#dirty) {
      this.#dirty = false;
      try {
        await this.#sink.put(this.#record);
        this.#failed(false);
      } catch (error) {
        // A full disk is the user's to know, and no reason to end a session.
        console.error('session record', error);
        this.#failed(true);
      }
    }
    this.#writing = null;
  }
}

function same(a: Observation, b: Observation): boolean {
  const keys = new Set([...Object.keys(a.levels), ...Object.keys(b.levels)]);
  const level = [...keys].every((key) => a.levels[key] === b.levels[key]);
  return level && a.temperatureC === b.temperatureC && a.measured === b.measured;
}
