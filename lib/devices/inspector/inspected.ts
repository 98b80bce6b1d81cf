import type { CharacteristicProperties } from '../../bluetooth/transport';

export interface InspectedService {
  /** Stays the same after a reconnect. Two services may share a UUID, so the UUID is no key. */
  readonly key: string;
  /** Numbers services with the same UUID from 1; null when there is only one. */
  readonly nth: number | null;
  readonly uuid: string;
  /** The field term of a standard service, or the known devices with a service of makers' own. */
  readonly name: string | null;
  readonly characteristics: readonly InspectedCharacteristic[];
}

export interface InspectedCharacteristic {
  /** Stays the same after a reconnect. Two characteristics may share a UUID, so the UUID is no key. */
  readonly key: string;
  readonly uuid: string;
  readonly name: string | null;
  readonly properties: CharacteristicProperties;
}
