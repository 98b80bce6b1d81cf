import type { Capabilities, Telemetry } from '../driver';
import { measuredLevel } from './measured-level';

/** By zone; null: nobody knows. */
export type LeftLevels = Readonly<Record<string, number | null>>;

/**
 * The level that a device was left at, by zone, in the zone's unit: the level that it says it is set to, otherwise what it measures. Null for a
 * zone whose level nobody knows. Null for all while one is still to be reported; `late`: no longer waited for.
 */
export function findLeftLevels({ zones, telemetry }: Capabilities, report: Telemetry, late = false): LeftLevels | null {
  const left: Record<string, number | null> = {};
  for (const zone of zones) {
    const level = report.levels?.[zone.id] ?? measuredLevel(zone, report);
    const reports = telemetry.includes('levels') || (zone.unit === 'km/h' && telemetry.includes('speedKmh'));
    if (level === null && reports && !late) return null;
    left[zone.id] = level;
  }
  return left;
}
