import type { ConnectionState } from '../../bluetooth/connection';
import type { BluetoothFaultCode } from '../../bluetooth/fault';
import type { Reading } from '../../bluetooth/services';
import type { SensorContact } from '../../bluetooth/services/heart-rate';
import type { DeviceKind } from '../../storage';
import type { DriverRefusal } from '../driver';

/** One device with a connection of this tab's, as views see it. Everything is read from signals: a view that reads follows. */
export interface LiveDevice {
  readonly id: string;
  readonly name: string | null;
  readonly kind: DeviceKind;
  readonly state: ConnectionState;
  /** Why it is lost, or could not be reached. */
  readonly fault: BluetoothFaultCode | null;
  readonly batteryPct: number | null;
  readonly readings: readonly Reading[];
  /** Null for what has no skin to touch. */
  readonly contact: SensorContact | null;
  /** It moves, and can be told to stop. */
  readonly stops: boolean;
  /** Why its driver will not work with it; left out for what has none. */
  readonly refusal?: DriverRefusal | null;
}

const OVER: ReadonlySet<ConnectionState> = new Set(['idle', 'failed', 'closed']);

/** Whether there is a link, or one is being sought. */
export function isLinked(state: ConnectionState): boolean {
  return !OVER.has(state);
}
