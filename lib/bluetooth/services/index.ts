import { batteryUuids } from './battery';
import { deviceInformationUuids } from './device-information';
import { heartRateUuids } from './heart-rate';

export interface KnownService {
  /** Lower-case field term, for logs and the inspector. */
  readonly key: string;
  readonly uuid: string;
  /** Every characteristic that may be used, by key. */
  readonly characteristics: Readonly<Record<string, string>>;
}

/** Every GATT service that Rebound can read. A new one is a folder beside this file and a line here. */
export const knownServices: readonly KnownService[] = [
  known('heart-rate', heartRateUuids),
  known('battery', batteryUuids),
  known('device-information', deviceInformationUuids),
];

function known(key: string, uuids: { readonly service: string } & Readonly<Record<string, string>>): KnownService {
  const { service, ...characteristics } = uuids;
  return { key, uuid: service, characteristics };
}
