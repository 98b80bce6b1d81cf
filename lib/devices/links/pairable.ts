import { knownServices, type ServiceDefinition } from '../../bluetooth/services';
import { batteryUuids } from '../../bluetooth/services/battery';
import { deviceInformationUuids } from '../../bluetooth/services/device-information';
import { STRAP_REQUEST } from '../../bluetooth/strap';
import type { DeviceRequest } from '../../bluetooth/transport';
import type { DeviceKind } from '../../storage';
import { type AnyKind, isSensorKind } from '../sensor';
import { type ReadingSource, readingSources } from './reading-sources';

/** What can be paired, in the order shown. */
export const PAIRABLE = ['strap', 'machine', 'thermometer', 'scale'] as const;
/** A device with a driver is paired as its driver kind, which the user picks first. */
export type Pairable = (typeof PAIRABLE)[number] | 'recovery';

/** Everything except the strap: its beats belong to the check and have their own code (bluetooth/strap.ts). */
export type NonStrap = Exclude<Pairable, 'strap'>;

/**
 * The live readings that identify a device of this sort and that it shows. Empty for recovery devices, which are identified by their
 * driver.
 */
export function listSources(what: NonStrap, services: readonly ServiceDefinition[] = knownServices): readonly ReadingSource[] {
  return readingSources(services).filter(({ device }) => toPairable(device) === what);
}

const COMMON = [batteryUuids.service, deviceInformationUuids.service];

/** What to request from the chooser. Give `driverKind` for a device without a standard service. */
export function requestFor(what: Pairable, driverKind: AnyKind | null = null): DeviceRequest {
  if (what === 'strap') return STRAP_REQUEST;
  if (driverKind !== null)
    return { ...driverKind.request, optionalServices: [...new Set([...driverKind.request.optionalServices, ...COMMON])] };
  return { services: [...new Set(listSources(what).map(({ service }) => service))], optionalServices: COMMON };
}

/** How a device of this kind is paired when its kind is picked first. */
export function choosePairable(kind: AnyKind): Pairable {
  return isSensorKind(kind) ? kind.measures : 'recovery';
}

/** How a device of this kind is paired. */
export function toPairable(kind: DeviceKind): Pairable {
  switch (kind) {
    case 'strap':
    case 'thermometer':
    case 'scale':
    case 'recovery':
      return kind;
    default:
      return 'machine';
  }
}
