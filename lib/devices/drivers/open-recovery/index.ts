import { batteryUuids } from '../../../bluetooth/services/battery';
import { deviceInformationUuids } from '../../../bluetooth/services/device-information';
import { type OpenRecoveryClass, openRecoveryServices } from '../../../bluetooth/services/open-recovery';
import type { DriverKind } from '../../driver';
import { openRecoveryCapabilities } from './capabilities';
import { OpenRecoveryDriver } from './driver';

export { type ConformanceParts, runConformance } from './conformance';
export { type Finding, REQUIREMENTS, type RequirementId } from './report';

/** One kind for each class, identified by the service. */
export const openRecoveryKinds: readonly DriverKind[] = [
  kind('massage', 'Massage device (Open Recovery Profile)'),
  kind('percussion', 'Percussion device (Open Recovery Profile)'),
  kind('compression', 'Compression device (Open Recovery Profile)'),
];

function kind(what: OpenRecoveryClass, name: string): DriverKind {
  const service = openRecoveryServices[what];
  return {
    id: `open-recovery-${what}`,
    name,
    makers: [],
    capabilities: openRecoveryCapabilities(what),
    verified: 'untested',
    experimental: true,
    source: 'docs/open-recovery-profile.md',
    disabled: null,
    secrets: [],
    request: { services: [service], optionalServices: [batteryUuids.service, deviceInformationUuids.service] },
    matches: (_, services) => services.includes(service),
    driver: (options) => new OpenRecoveryDriver(what, options),
  };
}
