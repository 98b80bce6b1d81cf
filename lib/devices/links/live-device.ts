import type { ConnectionState } from '../../bluetooth/connection';
import type { BluetoothFaultCode } from '../../bluetooth/fault';
import type { Reading } from '../../bluetooth/services';
import type { SensorContact } from '../../bluetooth/services/heart-rate';
import type { DeviceKind } from '../../storage';
import type { DriverRefusal } from '../driver';
import type { Unrest } from '../session/view';

/** A device with a connection in this tab, as views see it. Its properties read signals, so views update with it. */
export interface LiveDevice {
  readonly id: string;
  readonly name: string | null;
  readonly kind: DeviceKind;
  readonly state: ConnectionState;
  /** Why the link was lost, or could not be opened. */
  readonly fault: BluetoothFaultCode | null;
  readonly batteryPct: number | null;
  readonly readings: readonly Reading[];
  /** Skin contact; null for a device that does not touch the skin. */
  readonly contact: SensorContact | null;
  /** It has a driver, so it can be told to stop, as soon as there is a link again if it is lost. */
  readonly stops: boolean;
  /** Why its driver refuses it; omitted for a device without a driver. */
  readonly refusal?: DriverRefusal | null;
  /** Set while it refuses a stop, or moves on after one that no session sent; omitted for a device without a driver. */
  readonly unrest?: Unrest | null;
  /** It reports that it moves, and no session started it; omitted for a device without a driver. */
  readonly unasked?: boolean;
}

const OVER: ReadonlySet<ConnectionState> = new Set(['idle', 'failed', 'closed']);

/** Whether the device is connected or connecting. */
export function isLinked(state: ConnectionState): boolean {
  return !OVER.has(state);
}
