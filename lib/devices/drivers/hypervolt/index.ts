import { batteryUuids } from '../../../bluetooth/services/battery';
import { deviceInformationUuids } from '../../../bluetooth/services/device-information';
import type { DriverKind } from '../../driver';
import { hypervoltUuids } from './codec';
import { HypervoltDriver, hypervoltCapabilities } from './driver';

export { type Parsed, parseAddress, parseSecretTable, type SecretError } from './secrets';

/**
 * Needs the maker's table and the device's address. Browsers do not reveal the address, so the user enters both. It is known to work on one
 * device with one firmware only.
 */
export const hypervolt2: DriverKind = {
  id: 'hypervolt-2',
  name: 'Hypervolt 2',
  makers: ['Hyperice'],
  capabilities: hypervoltCapabilities,
  verified: 'community',
  experimental: true,
  source: 'github.com/Taxom/pyhypervolt (MIT)',
  disabled: null,
  secrets: ['address', 'table'],
  request: {
    services: [hypervoltUuids.service],
    namePrefixes: ['Hypervolt 2'],
    optionalServices: [hypervoltUuids.service, batteryUuids.service, deviceInformationUuids.service],
  },
  matches: (name, services) => services.includes(hypervoltUuids.service) || (name?.toLowerCase().includes('hypervolt 2') ?? false),
  driver: (options) => new HypervoltDriver(options),
};
