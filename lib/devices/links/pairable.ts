import { batteryUuids } from '../../bluetooth/services/battery';
import { deviceInformationUuids } from '../../bluetooth/services/device-information';
import { STRAP_REQUEST } from '../../bluetooth/strap';
import type { DeviceRequest } from '../../bluetooth/transport';
import type { DeviceKind } from '../../storage';
import type { DriverKind } from '../driver';
import { machineSources, type ReadingSource, scaleSources, thermometerSources } from '../readings/sources';

/** What can be paired, in the order in which it is offered. */
export const PAIRABLE = ['strap', 'machine', 'thermometer', 'scale'] as const;
/** What has a driver is paired as its kind, which the user picks before. */
export type Pairable = (typeof PAIRABLE)[number] | 'recovery';

/** Everything but the strap, whose beats are the check's business and have code of their own (bluetooth/strap.ts). */
export type NonStrap = Exclude<Pairable, 'strap'>;

const SOURCES: Readonly<Record<NonStrap, readonly ReadingSource[]>> = {
  machine: machineSources,
  thermometer: thermometerSources,
  scale: scaleSources,
  recovery: [],
};

export function listSources(what: NonStrap): readonly ReadingSource[] {
  return SOURCES[what];
}

const COMMON = [batteryUuids.service, deviceInformationUuids.service];

/** What the chooser asks for; `driverKind` for what has a driver. */
export function requestFor(what: Pairable, driverKind: DriverKind | null = null): DeviceRequest {
  if (what === 'strap') return STRAP_REQUEST;
  if (driverKind !== null)
    return { ...driverKind.request, optionalServices: [...new Set([...driverKind.request.optionalServices, ...COMMON])] };
  return { services: [...new Set(SOURCES[what].map(({ service }) => service))], optionalServices: COMMON };
}

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
