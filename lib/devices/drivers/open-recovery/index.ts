import { batteryUuids } from '../../../bluetooth/services/battery';
import { deviceInformationUuids } from '../../../bluetooth/services/device-information';
import { type OpenRecoveryClass, openRecoveryServices } from '../../../bluetooth/services/open-recovery';
import type { DriverKind } from '../../driver';
import { openRecoveryCapabilities } from './capabilities';
import { OpenRecoveryDriver } from './driver';

export type { Breach, ByteFault, CharacteristicName } from './conformance/breach';
export type { Finding, SkipReason } from './conformance/report';
export { NEW_IN_1_1, REQUIREMENTS, type RequirementId } from './conformance/requirements';
export {
  CONFORMANCE_STEPS,
  type ConformanceParts,
  type ConformanceReport,
  type ConformanceStep,
  runConformance,
} from './conformance/run-conformance';

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
    testable: true,
    request: { services: [service], optionalServices: [batteryUuids.service, deviceInformationUuids.service] },
    matches: (_, services) => services.includes(service),
    driver: (options) => new OpenRecoveryDriver(what, options),
  };
}
