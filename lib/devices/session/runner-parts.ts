import type { ReadonlySignal } from '@preact/signals';
import type { Clock } from '../../core/clock';
import type { DeviceDriver, DriverKind } from '../driver';
import type { GivenToDriver } from '../marks/reach';
import type { Clearance } from '../safety/clearance';
import type { UserLimits } from '../safety/limits';
import type { RecordSink } from './record-keeper';

/** The parts of a session on a device. */
export interface RunnerParts {
  /** `sessionClock()` in the app: its timers survive a hidden page. */
  readonly clock: Clock;
  readonly driver: DeviceDriver;
  readonly kind: Pick<DriverKind, 'id' | 'disabled' | 'contraindications' | 'imported'>;
  /** What the user gave the driver; left out: nothing. Kept with the mark of the device, never with the session. */
  readonly given?: GivenToDriver;
  readonly device: { readonly id: string; readonly name: string | null };
  /** True from the end of `driver.setUp` until the link is lost. */
  readonly connected: ReadonlySignal<boolean>;
  readonly records: RecordSink;
  readonly timeZone: () => string;
  readonly newId: () => string;
  readonly demo: boolean;
  /** The device is about to be started. */
  readonly onStart?: () => void;
  /** The device is known to rest: it took the stop, or its own timer is over. */
  readonly onRest?: () => void;
  /** Its own timer is over by the clock, and a stop that was asked for has not arrived. */
  readonly onStopOwed?: () => void;
  /** It was known to rest, and moves again. */
  readonly onUnrest?: () => void;
  /** What the user allows less of than the profile. */
  readonly userLimits?: UserLimits;
}

/** What is known about the user and the device right before a start. */
export type SessionConditions = Pick<Clearance, 'screeningDue' | 'exclusions' | 'oneTap' | 'unasked' | 'runsOnAcknowledged'>;
