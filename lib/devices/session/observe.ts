import type { DeviceDriver, Zone } from '../driver';
import type { Actuator } from './actuator';
import { measuredLevel } from './measured-level';
import type { Observation } from './record-keeper';
import type { ZoneView } from './view';

/** What the device does now: what it reports, otherwise what was sent to it. `told` is null when neither is known. */
export function observe(driver: DeviceDriver, told: Actuator | null): Observation {
  if (told === null) return { levels: {}, measured: false };
  const telemetry = driver.telemetry.value;
  const zones = driver.capabilities.value.zones;
  const measured = zones.map((zone) => [zone.id, measuredLevel(zone, telemetry)] as const);
  const said = measured.filter((entry): entry is readonly [string, number] => entry[1] !== null);
  const temperatureC = telemetry.temperatureC ?? told.temperatureC ?? undefined;
  return {
    levels: { ...told.levels, ...Object.fromEntries(said) },
    ...(temperatureC === undefined ? {} : { temperatureC }),
    measured: zones.length > 0 ? said.length === zones.length : telemetry.temperatureC !== undefined,
  };
}

/** Every zone of the device as views show it. */
export function zoneViews(driver: DeviceDriver, told: Actuator, targets: Readonly<Record<string, number>>): Record<string, ZoneView> {
  const telemetry = driver.telemetry.value;
  const view = (zone: Zone): ZoneView => ({
    target: targets[zone.id] ?? null,
    told: told.levels[zone.id] ?? null,
    measured: measuredLevel(zone, telemetry),
    levelKnown: zone.control !== 'relative' && zone.toggleOnly !== true,
  });
  return Object.fromEntries(driver.capabilities.value.zones.map((zone) => [zone.id, view(zone)]));
}
