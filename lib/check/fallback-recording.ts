import type { HeartRateMeasurement } from '../bluetooth/services/heart-rate';
import type { Recording } from '../recording';
import type { JournalEntry, OpenRecording } from '../storage';
import { replayJournal } from './assemble';

/**
 * A second recording from the heart-rate service while a check is recorded from a better source: the same beats, sent another way. If the
 * better source stops for good, the whole check is taken from the service, from its first beat on; the two are never mixed. Kept in memory
 * for one check.
 */
export class FallbackRecording {
  readonly #recordingId: string;
  readonly #entries: JournalEntry[] = [];

  constructor(recordingId: string) {
    this.#recordingId = recordingId;
  }

  heard({ hrBpm, contact, rrTicks }: HeartRateMeasurement, atMs: number): void {
    this.#entries.push({ recordingId: this.#recordingId, kind: 'packet', atMs, hrBpm, contact, rrTicks: Uint16Array.from(rrTicks) });
  }

  linkLost(atMs: number): void {
    this.#entries.push({ recordingId: this.#recordingId, kind: 'link-lost', atMs });
  }

  /** The check from the service so far: what to write into the journal, and the resulting recording. */
  takeOver(open: OpenRecording): {
    readonly open: OpenRecording;
    readonly journal: readonly JournalEntry[];
    readonly recording: Recording;
  } {
    const asService = { ...open, source: 'heart-rate-service' } as const;
    return { open: asService, journal: this.#entries, recording: replayJournal(asService, this.#entries) };
  }
}
