import type { DeviceDriver, Zone } from '../driver';
import type { Actuator } from './actuator';
import { findMeasured, type MeasuredLevel, measuredLevel } from './measured-level';
import type { Observation } from './record-keeper';
import type { ReportAges } from './report-ages';
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
export function zoneViews(
  driver: DeviceDriver,
  told: Actuator,
  targets: Readonly<Record<string, number>>,
  ages: ReportAges,
): Record<string, ZoneView> {
  const telemetry = driver.telemetry.value;
  const view = (zone: Zone): ZoneView => {
    const measured = findMeasured(zone, telemetry);
    const mmHg = measured?.figure === 'pressureMmHg' ? undefined : telemetry.pressureMmHg?.[zone.id];
    return {
      target: targets[zone.id] ?? null,
      told: told.levels[zone.id] ?? null,
      measured: measured === null ? null : { value: measured.value, oldS: oldS(ages, measured.figure, zone.id) },
      pressureMmHg: mmHg === undefined ? null : { value: mmHg, oldS: oldS(ages, 'pressureMmHg', zone.id) },
      levelKnown: zone.control !== 'relative' && zone.toggleOnly !== true,
    };
  };
  return Object.fromEntries(driver.capabilities.value.zones.map((zone) => [zone.id, view(zone)]));
}

function oldS(ages: ReportAges, figure: MeasuredLevel['figure'], zone: string): number | null {
  return figure === 'speedKmh' ? ages.oldS(figure) : ages.oldS(figure, zone);
}
