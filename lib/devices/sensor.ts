import type { ReadonlySignal } from '@preact/signals';
import type { Link } from '../bluetooth/link';
import type { Reading } from '../bluetooth/services';
import type { DriverKind, DriverOptions } from './driver';

/** What a device is that only measures. */
export const MEASURING_CLASSES = ['thermometer', 'scale'] as const;
export type MeasuringClass = (typeof MEASURING_CLASSES)[number];

/**
 * A kind of device that only measures and speaks no standard service. It has no controls: no session runs on it, and it needs no stop. Its
 * readings reach the screens like those of a standard thermometer or scale.
 */
export interface SensorKind
  extends Pick<
    DriverKind,
    | 'id'
    | 'name'
    | 'makers'
    | 'verified'
    | 'experimental'
    | 'source'
    | 'notes'
    | 'imported'
    | 'secrets'
    | 'settings'
    | 'request'
    | 'matches'
  > {
  readonly measures: MeasuringClass;
  sensor(options: SensorOptions): DeviceSensor;
}

export interface SensorOptions extends DriverOptions {
  /** Reports a packet, or a value in it, that could not be read. */
  readonly unread?: (what: string) => void;
}

/** Reads one device. `setUp` runs on each new link; `signal` ends work that is still under way on an old link. */
export interface DeviceSensor {
  readonly readings: ReadonlySignal<readonly Reading[]>;
  readonly batteryPct: ReadonlySignal<number | null>;
  /** Throws `BluetoothFault` or `DriverFault`. */
  setUp(link: Link, signal: AbortSignal): Promise<void>;
}

/** A kind of device that is paired by its name: one with controls, or one that only measures. */
export type AnyKind = DriverKind | SensorKind;

export function isSensorKind(kind: AnyKind): kind is SensorKind {
  return 'measures' in kind;
}
