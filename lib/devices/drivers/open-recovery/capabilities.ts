import type { Link } from '../../../bluetooth/link';
import {
  decodeOpenRecoveryFeature,
  decodeOpenRecoveryProgrammes,
  decodeOpenRecoveryZones,
  type OpenRecoveryClass,
  type OpenRecoveryFeature,
  type OpenRecoveryProgramme,
  type OpenRecoveryZone,
  openRecoveryUuids,
} from '../../../bluetooth/services/open-recovery';
import type { GattService } from '../../../bluetooth/transport';
import { type Capabilities, DriverFault } from '../../driver';
import { characteristicIn, findCharacteristic } from '../found';

/** What a device with the profile reports about itself. */
export interface Described {
  readonly feature: OpenRecoveryFeature;
  readonly zones: readonly OpenRecoveryZone[];
  readonly programmes: readonly OpenRecoveryProgramme[];
}

const zoneNames: Readonly<Record<OpenRecoveryClass, string>> = { massage: 'zone', percussion: 'motor', compression: 'chamber' };

/** `chamber-1`; the number comes from the device. */
export function zoneId(kind: OpenRecoveryClass, zone: number): string {
  return `${zoneNames[kind]}-${zone}`;
}

/** What is known before any link: the class, and what the profile requires of every device. */
export function openRecoveryCapabilities(kind: OpenRecoveryClass): Capabilities {
  return {
    class: kind,
    zones: [],
    temperatureC: null,
    programmes: [],
    timerS: { min: 60, max: 60, step: 1 },
    endsByItself: true,
    pauses: false,
    battery: false,
    telemetry: ['running', 'levels', 'remainingS', 'elapsedS', 'programme'],
  };
}

export function toCapabilities({ feature, zones, programmes }: Described): Capabilities {
  const plain = openRecoveryCapabilities(feature.class);
  return {
    ...plain,
    zones: zones.map(({ zone, unit, min, max, step }) => ({
      id: zoneId(feature.class, zone),
      control: 'absolute',
      range: { min, max, step },
      unit,
      reports: 'output',
    })),
    programmes: programmes.map(({ id, name }) => ({ id: String(id), name })),
    timerS: { min: feature.timerMinS, max: feature.timerMaxS, step: 1 },
    pauses: feature.pauses,
    restS: feature.restMs / 1000,
    watchdogS: feature.watchdogS,
    // Status, while it is not idle (docs/open-recovery-profile.md).
    reportsEveryS: 5,
    telemetry: [
      ...plain.telemetry,
      ...(feature.pressure ? (['pressureMmHg'] as const) : []),
      ...(feature.temperature ? (['temperatureC'] as const) : []),
    ],
  };
}

/** Throws `not-supported` for a device whose description is incomplete, because its limits would be unknown. */
export async function describeZones(link: Link, service: GattService, kind: OpenRecoveryClass): Promise<Described> {
  const feature = decodeOpenRecoveryFeature(await link.read(findCharacteristic(service, openRecoveryUuids.feature)));
  if (!feature.ok) throw new DriverFault('not-supported', `feature: ${feature.error.name}`);
  if (feature.value.class !== kind) throw new DriverFault('not-supported', `service ${kind}, feature ${feature.value.class}`);
  const zones = decodeOpenRecoveryZones(await link.read(findCharacteristic(service, openRecoveryUuids.ranges)));
  if (!zones.ok) throw new DriverFault('not-supported', `ranges: ${zones.error.name}`);
  if (zones.value.length !== feature.value.zones) throw new DriverFault('not-supported', 'another number of ranges than of zones');
  return { feature: feature.value, zones: zones.value, programmes: await readProgrammes(link, service, feature.value) };
}

async function readProgrammes(link: Link, service: GattService, { programmes }: OpenRecoveryFeature) {
  const characteristic = characteristicIn(service, openRecoveryUuids.programmes);
  if (programmes === 0 || characteristic === null) return [];
  const read = decodeOpenRecoveryProgrammes(await link.read(characteristic));
  // A device without readable names can still be driven by its levels.
  return read.ok ? read.value : [];
}
