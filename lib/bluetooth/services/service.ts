import type { Decoded } from './decoded';
import { type Quantity, type Reading, toReadings } from './reading';

/** What a device is called when a service of it measures something live. */
export type MeasuringDevice = 'treadmill' | 'bike' | 'cross-trainer' | 'step-climber' | 'thermometer' | 'scale';

/** How the packets of one characteristic become readings on screen. */
export interface LiveSource {
  readonly device: MeasuringDevice;
  /**
   * Makes a reader for one link to a device of this name. The reader returns null while a record that comes in several packets is not
   * complete, and may keep the packets that it has. After a reconnect a new reader is needed.
   */
  readonly reader: (deviceName: string | null) => (value: DataView) => Decoded<readonly Reading[] | null>;
}

export interface CharacteristicDefinition {
  /** The full 128-bit UUID, in lower case. */
  readonly uuid: string;
  /** For the inspector. Some machines depart from the standard in ways that only their name tells. */
  readonly decode?: (view: DataView, deviceName: string | null) => Decoded<unknown>;
  /** Set when the characteristic measures something that is shown live. */
  readonly live?: LiveSource;
}

/** All that the rest of Rebound knows about a GATT service. Adding a service is one file that exports one (docs/adding-a-service.md). */
export interface ServiceDefinition {
  /** Lower-case field term, for logs and the inspector. */
  readonly key: string;
  readonly uuid: string;
  /** Every characteristic that may be used, by its field term. */
  readonly characteristics: Readonly<Record<string, CharacteristicDefinition>>;
}

/** One file may define several services that share their characteristics. */
export type ServiceFile = ServiceDefinition | readonly ServiceDefinition[];

/** A service from its UUIDs. `parts` says how characteristics are read; one without parts is only named. */
export function defineService<U extends { readonly service: string } & Readonly<Record<string, string>>>(
  key: string,
  uuids: U,
  parts: { readonly [K in Exclude<keyof U, 'service'>]?: Omit<CharacteristicDefinition, 'uuid'> } = {},
): ServiceDefinition {
  const { service, ...characteristics } = uuids;
  const partsByName: Readonly<Record<string, Omit<CharacteristicDefinition, 'uuid'> | undefined>> = parts;
  return {
    key,
    uuid: service,
    characteristics: Object.fromEntries(Object.entries(characteristics).map(([name, uuid]) => [name, { uuid, ...partsByName[name] }])),
  };
}

/** A characteristic each of whose packets is complete: decoded for the inspector, and shown live as `toValues` says. */
export function measures<T>(
  device: MeasuringDevice,
  decode: (view: DataView) => Decoded<T>,
  toValues: (value: T) => Partial<Readonly<Record<Quantity, number | null>>>,
): Omit<CharacteristicDefinition, 'uuid'> {
  const read = (view: DataView): Decoded<readonly Reading[]> => {
    const result = decode(view);
    return result.ok ? { ok: true, value: toReadings(toValues(result.value)) } : result;
  };
  return { decode, live: { device, reader: () => read } };
}
