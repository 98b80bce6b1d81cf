import type { HeartRateMeasurement } from '../bluetooth/services/heart-rate';
import type { Recording } from '../recording';
import type { JournalEntry, OpenRecording } from '../storage';
import { replayJournal } from './assemble';

/**
 * What the heart-rate service says while a check is recorded from something better: the same beats, told another way. Should the better
 * source go silent for good, the whole check is the service's, from its first beat on; the two are never mixed. Keeps it in memory for
 * one check.
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

  /** The check as the service has it so far: what to write into the journal, and the recording that it makes. */
  takeOver(open: OpenRecording): {
    readonly open: OpenRecording;
    readonly journal: readonly JournalEntry[];
    readonly recording: Recording;
  } {
    const asService = { ...open, source: 'heart-rate-service' } as const;
    return { open: asService, journal: this.#entries, recording: replayJournal(asService, this.#entries) };
  }
}
