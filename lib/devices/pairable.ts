import { batteryUuids } from '../bluetooth/services/battery';
import { deviceInformationUuids } from '../bluetooth/services/device-information';
import { STRAP_REQUEST } from '../bluetooth/strap';
import type { DeviceRequest } from '../bluetooth/transport';
import type { DeviceKind } from '../storage';
import { machineSources, type Source, scaleSources, thermometerSources } from './sources';

/** What can be paired, in the order in which it is offered. */
export const PAIRABLE = ['strap', 'machine', 'thermometer', 'scale'] as const;
export type Pairable = (typeof PAIRABLE)[number];

/** Everything but the strap, whose beats are the check's business and have code of their own (bluetooth/strap.ts). */
export type Gadget = Exclude<Pairable, 'strap'>;

const SOURCES: Readonly<Record<Gadget, readonly Source[]>> = {
  machine: machineSources,
  thermometer: thermometerSources,
  scale: scaleSources,
};

export function sourcesOf(gadget: Gadget): readonly Source[] {
  return SOURCES[gadget];
}

/** What the chooser asks for. */
export function requestFor(what: Pairable): DeviceRequest {
  if (what === 'strap') return STRAP_REQUEST;
  return {
    services: [...new Set(SOURCES[what].map(({ service }) => service))],
    optionalServices: [batteryUuids.service, deviceInformationUuids.service],
  };
}

export function pairableOf(kind: DeviceKind): Pairable {
  switch (kind) {
    case 'strap':
    case 'thermometer':
    case 'scale':
      return kind;
    default:
      return 'machine';
  }
}
