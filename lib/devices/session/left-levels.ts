import type { Capabilities, Telemetry } from '../driver';
import { measuredLevel } from './measured-level';

/**
 * The level that a device was left at, by zone, in the zone's unit: the level that it says it is set to, otherwise what it measures. A zone
 * of a device that reports no levels is missing. Null while one is still to be reported; `late`: no longer waited for, so it counts as 0.
 */
export function findLeftLevels(
  { zones, telemetry }: Capabilities,
  report: Telemetry,
  late = false,
): Readonly<Record<string, number>> | null {
  const left: Record<string, number> = {};
  for (const zone of zones) {
    const level = report.levels?.[zone.id] ?? measuredLevel(zone, report);
    const reports = telemetry.includes('levels') || (zone.unit === 'km/h' && telemetry.includes('speedKmh'));
    if (level !== null) left[zone.id] = level;
    else if (reports && !late) return null;
    else if (reports) left[zone.id] = 0;
  }
  return left;
}
