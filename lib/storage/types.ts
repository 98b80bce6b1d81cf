import type { Day } from '../core/day';
import type { DeviceClass, Orthostatic, Quality, TimeDomain } from '../hrv';
import type { LogEntry } from '../planner';
import type { CheckIn } from '../readiness';
import type { Gap, RecordingPlan } from '../recording';
import type { Activity, HeartRateTime, PlannedSession } from '../training';

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

/** Where beats come from: the standard heart-rate service, or what a Polar sensor has besides: its ECG, its pulse-to-pulse intervals. */
export type BetterSource = 'polar-ecg' | 'polar-ppi';
export type BeatSource = 'heart-rate-service' | BetterSource;

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
  /** What it has that is better than its heart-rate service; left out where it has nothing. */
  readonly better?: BetterSource;
}

/** What the engine made of the counted stretch, and which version of it. */
export interface CheckSummary {
  readonly engine: string;
  readonly beats: number;
  readonly meanHrBpm: number | null;
  readonly raw: TimeDomain;
  readonly corrected: TimeDomain;
  /** Share of beats that the engine's own correction touched, %. */
  readonly correctedPct: number | null;
  /** Share of beats flagged by one pass of Lipponen–Tarvainen, %: the published method, which flags beats in many clean recordings too. */
  readonly flaggedPct: number | null;
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
  readonly source: BeatSource;
  /** `polar-ppi`: for each of `rrTicks`, how far off the sensor thought it may be, ms. */
  readonly errorMs?: Uint16Array;
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
  /** When the user got up that day, `HH:MM` by the clock of the check's zone, as they said of this check; left out: not said. */
  readonly awakeSince?: string;
  /** Whether it was taken within two hours of waking, before coffee and training, as the user said; left out: not said. */
  readonly asMorning?: boolean;
}

/** A check that is being taken. Its packets lie in the journal until it is kept or discarded. */
export interface OpenRecording extends CheckSetting {
  readonly id: string;
  readonly startedAtMs: number;
  readonly timeZone: string;
  readonly sensor: Sensor | null;
  /** Left out: `heart-rate-service`. */
  readonly source?: BeatSource;
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
      readonly errorMs?: readonly number[];
    }
  | { readonly kind: 'link-lost' | 'link-back'; readonly atMs: number }
);

/** What a device is to the user. `machine` is one of a fitness machine's kinds that has not said which; `recovery` one that has a driver. */
export const DEVICE_KINDS = [
  'strap',
  'machine',
  'treadmill',
  'bike',
  'cross-trainer',
  'step-climber',
  'thermometer',
  'scale',
  'recovery',
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

export interface KnownDevice extends Sensor {
  readonly lastSeenMs: number;
  /** The user wants checks from its `better` source. */
  readonly prefersBetter?: boolean;
  /** Rows from before there were other devices lack it: those are straps. */
  readonly kind?: DeviceKind;
  /** The user's own name for it. */
  readonly nickname?: string;
  /** Whether this model was ever tried with real hardware. */
  readonly verified?: boolean;
  /** `recovery`: which of lib/devices' kinds. */
  readonly gadget?: string;
  /** What the user gave its driver: the device's address, the maker's table. */
  readonly secrets?: { readonly address?: Uint8Array; readonly table?: Uint8Array };
  /** What the user set because it differs from one device to the next, such as a PIN. */
  readonly gadgetSettings?: Readonly<Record<string, string>>;
}

/** A device profile that the user imported: its text as it came, read again whenever it is used. */
export interface StoredProfile {
  readonly id: string;
  readonly text: string;
  readonly importedAtMs: number;
}

export interface StoredCheckIn extends CheckIn {
  readonly world: World;
  readonly day: Day;
  /** When it was last answered. */
  readonly atMs: number;
  readonly timeZone: string;
}

/** Where an activity came from: typed, or the site or file that it was read from. */
export type ActivitySource = 'typed' | 'strava' | 'garmin' | 'trainingpeaks' | 'intervals' | 'generic' | 'import';

/** A session that the user means to do. */
export interface StoredPlanned extends PlannedSession {
  readonly id: string;
  readonly world: World;
  readonly day: Day;
}

export interface StoredActivity extends Activity {
  readonly id: string;
  readonly world: World;
  readonly source: ActivitySource;
  /** Its id at that source. */
  readonly sourceId: string | null;
  readonly timeZone: string;
  /** The local day it began on. */
  readonly day: Day;
  readonly title: string | null;
  readonly maxHrBpm: number | null;
  readonly distanceM: number | null;
  /** What the user changed by hand: the source no longer overwrites it. */
  readonly edited: readonly (keyof Activity)[];
}

/** Something of a plan, or done without one, that is over: done, or skipped with the user's reason where they gave one. */
export interface StoredLogEntry extends Omit<LogEntry, 'id'> {
  readonly id: string;
  /** The plan's item; null for what was done without a plan. */
  readonly itemId: string | null;
  readonly world: World;
  /** The local day it began on. */
  readonly day: Day;
  readonly timeZone: string;
  /** The diary's session that carried it out. */
  readonly sessionId?: string;
}

/** What the next plan has to know of the last one: where its items stood, and what the user moved. */
export interface StoredPlan {
  readonly world: World;
  readonly previous: readonly { readonly id: string; readonly startMs: number; readonly doseId: string }[];
  readonly moved: readonly { readonly id: string; readonly startMs: number }[];
}

/** One value from the user's own blood work, or anything else they follow: any name, any unit. */
export interface LabValue {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly day: Day;
  readonly value: number;
  /** The user's own reference range, as their laboratory gave it. */
  readonly low: number | null;
  readonly high: number | null;
  readonly note: string;
}

/** Body mass before and after a session. */
export interface Weighing {
  readonly id: string;
  readonly world: World;
  readonly day: Day;
  readonly timeZone: string;
  readonly atMs: number;
  readonly beforeKg: number;
  /** Null: not yet weighed again. */
  readonly afterKg: number | null;
  readonly drunkMl: number;
  readonly passedMl: number;
  readonly activityId: string | null;
}

/** How a site's pages were read of late. */
export interface SiteRead {
  readonly site: string;
  /** When an activity page of it was last read, and when with nothing missing; null: never. */
  readonly lastMs: number | null;
  readonly lastFullMs: number | null;
  /** What was missing the last time: names of data, no values. */
  readonly notFound: readonly string[];
}

/** How long an activity's heart stood at which rate: all that load needs of a heart-rate stream. */
export interface HeartRateTimes {
  readonly source: ActivitySource;
  readonly sourceId: string;
  readonly readAtMs: number;
  /** Ascending; empty where the source has none, so that it is not asked again. */
  readonly times: readonly HeartRateTime[];
  /** Upper bounds in bpm of the source's zones but the last, ascending; left out: it has none. */
  readonly zones?: readonly number[];
}

/** Today's snapshot as it is stored; the today room owns what it holds. */
export interface StoredSnapshot {
  readonly snapshot: unknown;
  /** The revision that it was made from. */
  readonly mark: string;
  /** Who made it: no other version may read it. */
  readonly version: string;
  /** It may be shown from then on and before then, epoch ms. */
  readonly fromMs: number;
  readonly untilMs: number;
}

export type DigestRow = { readonly key: 'revision'; readonly mark: string } | { readonly key: 'today'; readonly stored: StoredSnapshot };
