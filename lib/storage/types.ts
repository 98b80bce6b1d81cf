import type { Day } from '../day';
import type { DeviceClass, Orthostatic, Quality, TimeDomain } from '../hrv';
import type { Gap, RecordingPlan } from '../recording';

/** What lies in the database. Instants are epoch ms. */

/** The demo's checks are kept apart from the user's own by this, in every index. */
export type World = 'own' | 'demo';

export type Posture = 'lying' | 'sitting' | 'standing';
export type Breathing = { readonly kind: 'free' } | { readonly kind: 'paced'; readonly perMin: number };

/** How a check was set up, decided before it starts. */
export interface CheckSetting {
  readonly world: World;
  readonly plan: RecordingPlan;
  readonly posture: Posture;
  readonly breathing: Breathing;
}

/** The sensor a check was taken with, as it described itself then. */
export interface Sensor {
  readonly id: string;
  readonly name: string | null;
  readonly class: DeviceClass;
  readonly location: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly firmware: string | null;
  readonly batteryPct: number | null;
}

/** What the engine made of the counted stretch, and which version of it. */
export interface CheckSummary {
  readonly engine: string;
  readonly beats: number;
  readonly meanHrBpm: number | null;
  readonly raw: TimeDomain;
  readonly corrected: TimeDomain;
  /** Share of beats flagged by one pass of Lipponen–Tarvainen, %. */
  readonly correctedPct: number | null;
  readonly jumpsOver20Pct: number | null;
  /** Sum of the counted intervals ÷ time by the clock, %. */
  readonly coveragePct: number | null;
  readonly quality: Quality;
  /** Lying against standing, where the check has both. */
  readonly orthostatic?: Orthostatic | null;
}

export interface Check extends CheckSetting {
  readonly id: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly timeZone: string;
  readonly day: Day;
  /** Whether it ran to its planned length. */
  readonly complete: boolean;
  readonly sensor: Sensor | null;
  /** Where the beats came from. */
  readonly source: 'heart-rate-service';
  /** Every interval that came in, settling included, in 1/1024 s. */
  readonly rrTicks: Uint16Array;
  /** The counted stretch of `rrTicks`: from `first` up to, not including, `end`. */
  readonly counted: { readonly first: number; readonly end: number };
  /** Orthostatic checks: the stretch after standing up, which comes right behind the counted one. Not part of the baseline. */
  readonly stood?: { readonly first: number; readonly end: number } | null;
  readonly gaps: readonly Gap[];
  /** For each packet: when it came (ms after the start), how many intervals it held, and the heart rate it named. */
  readonly packets: { readonly atMs: Uint32Array; readonly beats: Uint8Array; readonly hrBpm: Uint16Array };
  /** Share of packets with skin contact, 0 … 1; null when the sensor cannot tell. */
  readonly contactShare: number | null;
  readonly summary: CheckSummary;
  /** The user's own words: alcohol, travel … Checks from before there were any lack them. */
  readonly tags?: readonly string[];
  readonly note?: string;
}

/** A check that is being taken. Its packets lie in the journal until it is kept or discarded. */
export interface OpenRecording extends CheckSetting {
  readonly id: string;
  readonly startedAtMs: number;
  readonly timeZone: string;
  readonly sensor: Sensor | null;
  /** The user went away without cancelling: to be kept without asking. */
  readonly left: boolean;
}

export type JournalEntry = { readonly recordingId: string } & (
  | {
      readonly kind: 'packet';
      readonly atMs: number;
      readonly hrBpm: number;
      readonly contact: 'detected' | 'not-detected' | 'unsupported';
      readonly rrTicks: Uint16Array;
    }
  | { readonly kind: 'link-lost' | 'link-back'; readonly atMs: number }
);

export interface KnownDevice extends Sensor {
  readonly lastSeenMs: number;
}
