import type { ReadonlySignal } from '@preact/signals';
import type { Link } from '../bluetooth/link';
import type { DeviceRequest } from '../bluetooth/transport';
import type { TreatmentClass } from '../catalogue';

/**
 * The interface between a session and the bytes that carry it out. A driver controls one device. It is made from a declarative profile
 * (profile/), or by code (drivers/) for a device that needs its own logic. Code above a driver does not know which.
 */

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export type LevelUnit = 'level' | 'percent' | 'km/h' | 'mmHg' | 'W';

export interface Zone {
  /** Unique within the device: `head`, `foot`, `belt`, `chamber-1` … */
  readonly id: string;
  /**
   * `absolute`: any level of the range can be set. `relative`: only one step up or down from an unknown level. `switch`: on and off. A
   * `relative` or `switch` zone may have `toggleOnly`: one command switches both on and off, so the host cannot know which it does.
   */
  readonly control: 'absolute' | 'relative' | 'switch';
  readonly toggleOnly?: boolean;
  /** `absolute` only, in `unit`; `min` may be 0 for off. */
  readonly range?: Range;
  readonly unit?: LevelUnit;
  /**
   * What the level that it reports is. `output`: what it puts out now, so 0 at rest. `set`: what it was set to, which it may keep at rest. Left
   * out: nobody knows which.
   */
  readonly reports?: 'output' | 'set';
  /** The device measures its speed, so a level that it reports besides is not what it puts out. */
  readonly measuredBy?: 'speedKmh';
}

export interface Programme {
  readonly id: string;
  /** The maker's name for it. */
  readonly name: string;
}

/** Everything that the controls on screen need. The device may narrow it once it is connected. */
export interface Capabilities {
  readonly class: TreatmentClass;
  readonly zones: readonly Zone[];
  /** The range that can be set, °C; null when the device has no temperature. */
  readonly temperatureC: Range | null;
  readonly programmes: readonly Programme[];
  /** The range of the device's own timer, s; null when it has none that can be set. */
  readonly timerS: Range | null;
  /** Its timer is sent with the start alone, and cannot be changed in a run. */
  readonly timerByStart?: true;
  /** The device stops by itself, even without a link: by a timer that is set with each start, or after a built-in longest run. */
  readonly endsByItself: boolean;
  readonly pauses: boolean;
  /** From a stop until it rests, s; left out where it does not say so. */
  readonly restS?: number;
  /** It ends a run by itself when no host has written for so long, s; left out where it has no such watchdog. */
  readonly watchdogS?: number;
  /** The longest time from one report of its movement to the next, s; left out where it reports only changes. */
  readonly reportsEveryS?: number;
  readonly battery: boolean;
  readonly telemetry: readonly TelemetryKey[];
}

export type TelemetryKey =
  | 'running'
  | 'levels'
  | 'temperatureC'
  | 'remainingS'
  | 'elapsedS'
  | 'speedKmh'
  | 'pressureMmHg'
  | 'distanceM'
  | 'programme';

/** What the device reports now. A missing field was not reported. */
export interface Telemetry {
  readonly running?: boolean;
  /** By zone id. */
  readonly levels?: Readonly<Record<string, number>>;
  readonly temperatureC?: number;
  readonly remainingS?: number;
  readonly elapsedS?: number;
  readonly speedKmh?: number;
  /** By zone id. */
  readonly pressureMmHg?: Readonly<Record<string, number>>;
  readonly distanceM?: number;
  readonly programme?: string;
  readonly batteryPct?: number;
  /** It gives control only after a press at it, and waits for that. */
  readonly needsPress?: true;
  /** How its last run ended, by its own words; only while it neither runs nor pauses. `not-said`: it has ended, and does not say how. */
  readonly ended?: DeviceEnd;
  /** The fault that it is in. */
  readonly fault?: DeviceFaultCode;
  /** Who took control away; until a start gets it again. */
  readonly controlTaken?: ControlTaken;
}

export type DeviceEnd = 'stopped' | 'timer' | 'watchdog' | 'at-device' | 'safety-key' | 'fault' | 'not-said';
export type DeviceFaultCode = 'pressure' | 'temperature' | 'current' | 'battery' | 'sensor' | 'other';
export type ControlTaken = 'at-device' | 'other-host';

export type DriverCommand =
  | { readonly kind: 'start' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'level'; readonly zone: string; readonly level: number }
  | { readonly kind: 'nudge'; readonly zone: string; readonly direction: 'up' | 'down' }
  | { readonly kind: 'toggle'; readonly zone: string }
  | { readonly kind: 'temperature'; readonly celsius: number }
  | { readonly kind: 'programme'; readonly id: string }
  | { readonly kind: 'timer'; readonly seconds: number };

/** Why a driver did not carry out a command. */
export type DriverRefusal =
  | 'not-supported'
  | 'out-of-range'
  | 'refused-by-device'
  /** Somebody else has control. It is asked for again only by a start, which needs a click. */
  | 'control-taken'
  | 'not-ready'
  | 'needs-secret'
  | 'disabled'
  /** It waited for a press at it that did not come. */
  | 'not-pressed';

/** What a device answered to a command that it refused. `unclear`: it gave no reason. */
export type DeviceReason = 'unknown-command' | 'bad-value' | 'not-now' | 'no-control' | 'fault' | 'unclear';

export class DriverFault extends Error {
  override readonly name = 'DriverFault';
  readonly code: DriverRefusal;
  /** Why the device refused, for `refused-by-device`. */
  readonly reason: DeviceReason;

  constructor(code: DriverRefusal, detail?: string, options: ErrorOptions & { readonly reason?: DeviceReason } = {}) {
    super(detail ?? code, options);
    this.code = code;
    this.reason = options.reason ?? 'unclear';
  }
}

/** How well the bytes are known. A kind is `tested` only when this project has tried it on a real device. */
export type Verified = 'tested' | 'vectors' | 'community' | 'untested';

/** What is known about a kind of device before any link. */
export interface DriverKind {
  /** Stable, kebab-case: `jensen-bed`. */
  readonly id: string;
  readonly name: string;
  readonly makers: readonly string[];
  readonly capabilities: Capabilities;
  readonly verified: Verified;
  readonly experimental: boolean;
  /** Where the protocol is published. */
  readonly source: string;
  /** What the profile's author wants users to know, in the author's words; omitted when there is nothing. */
  readonly notes?: readonly string[];
  /**
   * When set, nothing can be started on the device; the code of the reason. `stop-only`: its profile is the one that was kept for a stop, and
   * the user's own is not known.
   */
  readonly disabled: 'no-known-stop' | 'stop-only' | null;
  /** The text of the profile that the user imported; omitted for a kind that comes with the product. */
  readonly imported?: string;
  /** What the user must supply once before the device can be controlled: its address, or the maker's table. */
  readonly secrets: readonly ('address' | 'table')[];
  /** What the user may set because it differs between devices, such as a PIN; omitted when there is nothing. */
  readonly settings?: readonly DriverSetting[];
  /** It has a conformance test: a device that its driver refuses stays connected, so that the test can say why. */
  readonly testable?: true;
  /** Codes of screening answers that forbid its use, in addition to those of its class; omitted when there are none. */
  readonly contraindications?: readonly string[];
  /** What the chooser shows; by name for a device that advertises no service. */
  readonly request: DeviceRequest;
  /** Whether a connected device with this name and these services is of this kind. */
  matches(name: string | null, services: readonly string[]): boolean;
  driver(options: DriverOptions): DeviceDriver;
}

export interface DriverSetting {
  readonly id: string;
  /** Decimal digits, as many as in `initial`. */
  readonly kind: 'digits';
  readonly initial: string;
}

/** Whether a value has the form of this setting. */
export function fitsSetting({ initial }: Pick<DriverSetting, 'initial'>, value: string): boolean {
  return /^[0-9]+$/.test(value) && value.length === initial.length;
}

export interface DriverOptions {
  /** Resolves after `ms`; rejects when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly secrets: Readonly<Partial<Record<'address' | 'table', Uint8Array>>>;
  /** By the id of a setting; omitted: the maker's default. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Bytes that are sent or received, for the dry run and the log. */
  readonly trace?: (direction: 'out' | 'in', characteristic: string, bytes: Uint8Array) => void;
}

/**
 * Controls one device. `setUp` runs on each new link, and does the handshake and the subscriptions. `signal` ends work that is still under
 * way on an old link. A driver checks all levels against the profile's limits, whatever the caller has checked before.
 */
export interface DeviceDriver {
  readonly capabilities: ReadonlySignal<Capabilities>;
  readonly telemetry: ReadonlySignal<Telemetry>;
  /**
   * What the last report contained, without what earlier ones said; set after `telemetry`. Values that the driver only assumes are never in
   * it. `telemetry` itself, where each change of it is a report of all of it.
   */
  readonly heard: ReadonlySignal<Telemetry>;
  /** After a stop it does not ask the device for its state, so that nothing is written that nobody asked for. Left out: it does, or need not. */
  readonly silentAfterStop?: boolean;
  /** Throws `BluetoothFault` or `DriverFault`. `signal` aborts when the link is lost or closed; its reason is a `BluetoothFault`. */
  setUp(link: Link, signal: AbortSignal): Promise<void>;
  /**
   * The device holds these levels without having been sent them: somebody at it changed them, or it still runs on a new link. Null where it does
   * not report one: it holds what was sent last. Left out: no command of the driver carries the levels of several zones.
   */
  leaveAt?(levels: Readonly<Record<string, number | null>>): void;
  /** Throws `BluetoothFault` (`superseded`: a newer level replaced it) or `DriverFault`. */
  apply(command: DriverCommand): Promise<void>;
  /** Switches everything off, ahead of everything in the queue, including handshakes and pauses. Throws when the stop could not be sent. */
  stop(): Promise<void>;
}
