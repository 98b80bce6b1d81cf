import { batch, signal } from '@preact/signals';
import type { SessionEnd, SessionRest } from '../../storage';
import type { DeviceFaultCode, DeviceReason } from '../driver';
import type { Excess } from '../safety/excess';
import type { SafetyState } from '../safety/machine';
import type { Movement } from '../safety/rest';

/** What is happening, as one code. */
export type Doing =
  | 'waiting'
  | 'starting'
  | 'ramping'
  | 'holding'
  | 'resting'
  /** It is due to report what it does, and has not. */
  | 'unheard'
  | 'paused'
  | 'link-lost'
  /** The same, and the device is known to end by itself. */
  | 'lost-and-ends'
  | 'stopping'
  | 'not-stopped'
  /** It took the stop, used to report whether it moves, and has not reported rest. */
  | 'rest-not-reported'
  | 'stop-waits'
  | 'in-other-hands'
  | 'asking'
  | 'ended'
  | 'not-known';

export type SessionFault =
  /** Commands failed, and the session was stopped. */
  | 'device-refused'
  /** It waited for a press at it, and nobody pressed. */
  | 'not-pressed'
  | 'commands-failed'
  /** The stop could not be sent, so the device may still run. */
  | 'stop-not-told'
  /** It took the stop, and the link was lost before it reported rest. */
  | 'rest-not-seen'
  /** It went on after a pause, so it was stopped. */
  | 'pause-ignored'
  /** It took the start, and reported that it rests. */
  | 'did-not-start'
  /** Somebody stopped it at the device itself. */
  | 'stopped-at-device'
  /** It measured what a session may not put out, which `excess` names. */
  | 'too-high'
  /** The device went into a fault, which `deviceFault` names. */
  | 'device-fault'
  /** The link is back, and the device rests: it goes on with a click. */
  | 'rests-after-link'
  /** The link is back, and the device runs, but not what this session started. */
  | 'other-run'
  /** Somebody at the device took control. */
  | 'taken-at-device'
  /** Another app has control. */
  | 'other-host'
  | 'link-lost'
  /** The link is back after a loss that was too long to go on, or nobody said what the device does: it was told to stop. */
  | 'stopped-after-link';

/** What a stop that arrives after all makes untrue. */
export const NOT_DELIVERED: ReadonlySet<SessionFault | null> = new Set(['stop-not-told', 'rest-not-seen'] as const);

/** What the device does without a link, as far as that can be known. */
export type WithoutLink =
  /** `leftS`: until then, s; 0 when it should have ended. */
  | { readonly code: 'ends-by-its-timer'; readonly untilMs: number; readonly leftS: number }
  | { readonly code: 'ends-by-its-watchdog'; readonly leftS: number }
  | { readonly code: 'ends-by-itself' }
  | { readonly code: 'runs-on' };

/** In how many seconds a device ends by itself; null where nobody knows, and when it should have. */
export function findEndS(withoutLink: WithoutLink | null): number | null {
  return withoutLink !== null && 'leftS' in withoutLink && withoutLink.leftS > 0 ? withoutLink.leftS : null;
}

/** A device that was told to rest and does not. */
export interface Unrest {
  /** Why it refused the stop; null when it took it. */
  readonly refused: DeviceReason | null;
  /** What it reported last of what still moves. */
  readonly reports: readonly Omit<Movement, 'moves'>[];
  /** The age of `reports` in seconds once they are no longer fresh; null while they are. */
  readonly oldS: number | null;
}

/** A figure that the device reported. `oldS`: its age in seconds once it is no longer fresh; null while it is. */
export interface Figure {
  readonly value: number;
  readonly oldS: number | null;
}

export interface ZoneView {
  /** The level that the step asks for; null when it asks for none. */
  readonly target: number | null;
  /** The level that was sent; null when none was, or when it cannot be known. */
  readonly told: number | null;
  /** What the device measures, in the zone's unit, or the level that it reports; null when it reports none. */
  readonly measured: Figure | null;
  /** The pressure that it measures in a zone with another unit. */
  readonly pressureMmHg: Figure | null;
  /** False for a relative zone, or one that only toggles: the shown level is not certain. */
  readonly levelKnown: boolean;
}

/** What views read about a session, each value in its own signal. Only the runner writes. */
export class SessionView {
  readonly state = signal<SafetyState>('blocked');
  readonly doing = signal<Doing>('waiting');
  readonly stepIndex = signal(0);
  readonly stepRemainingS = signal(0);
  readonly remainingS = signal(0);
  readonly levels = signal<Readonly<Record<string, ZoneView>>>({});
  readonly temperatureC = signal<{ readonly told: number | null; readonly measured: Figure | null }>({ told: null, measured: null });
  /** What a device without a zone for it measures; null when it reports none. */
  readonly speedKmh = signal<Figure | null>(null);
  readonly fault = signal<SessionFault | null>(null);
  readonly end = signal<SessionEnd | null>(null);
  /** What the device reported after the stop; null: it need not, or was not told to stop. */
  readonly rest = signal<SessionRest | null>(null);
  /** The device's fault that ended the session. */
  readonly deviceFault = signal<DeviceFaultCode | null>(null);
  /** The measured value that ended the session. */
  readonly excess = signal<Excess | null>(null);
  /** The link is back, and only a person can tell whether the device still runs: a click continues. */
  readonly asks = signal(false);
  /** Set from when it refused a stop, or moved on after one, until it rests. */
  readonly unrest = signal<Unrest | null>(null);
  /** Set only while the link is gone. */
  readonly withoutLink = signal<WithoutLink | null>(null);
  /** The record could not be written: the disk is full, or the database is closed. */
  readonly recordFailed = signal(false);
  /** A stop was asked for and cannot be delivered yet: it goes out first over the next link. */
  readonly stopWaits = signal(false);
  /** The session is over and the user has seen how it ended. */
  readonly dismissed = signal(false);

  /**
   * The time left, s: of the session, or, without a link, until the device ends by itself. Null where it would promise what nobody knows:
   * without a link otherwise, in other hands, and after the end.
   */
  get leftS(): number | null {
    const state = this.state.value;
    if (this.doing.value === 'lost-and-ends') return findEndS(this.withoutLink.value);
    return this.end.value !== null || state === 'unknown' || state === 'released' ? null : this.remainingS.value;
  }

  set(change: { readonly [Key in keyof SessionView]?: SessionView[Key] extends { value: infer Value } ? Value : never }): void {
    batch(() => {
      for (const [key, value] of Object.entries(change)) (this[key as keyof SessionView] as { value: unknown }).value = value;
      // It offers to go on.
      if (this.end.value !== null && this.fault.value === 'rests-after-link') this.fault.value = null;
    });
  }
}
