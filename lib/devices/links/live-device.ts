import type { ConnectionState } from '../../bluetooth/connection';
import type { BluetoothFaultCode } from '../../bluetooth/fault';
import type { Reading } from '../../bluetooth/services';
import type { SensorContact } from '../../bluetooth/services/heart-rate';
import type { DeviceKind } from '../../storage';
import type { DriverRefusal } from '../driver';

/** A device with a connection in this tab, as views see it. Its properties read signals, so a view that reads them follows. */
export interface LiveDevice {
  readonly id: string;
  readonly name: string | null;
  readonly kind: DeviceKind;
  readonly state: ConnectionState;
  /** Why it is lost, or could not be reached. */
  readonly fault: BluetoothFaultCode | null;
  readonly batteryPct: number | null;
  readonly readings: readonly Reading[];
  /** Skin contact; null for a device that does not touch the skin. */
  readonly contact: SensorContact | null;
  /** It has a driver, so it can be told to stop, as soon as there is a link again if it is lost. */
  readonly stops: boolean;
  /** Why its driver will not work with it; left out for what has none. */
  readonly refusal?: DriverRefusal | null;
}

const OVER: ReadonlySet<ConnectionState> = new Set(['idle', 'failed', 'closed']);

/** Whether the device is connected, or a connection is being made. */
export function isLinked(state: ConnectionState): boolean {
  return !OVER.has(state);
}
