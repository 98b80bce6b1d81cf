import type { Telemetry, Zone } from '../driver';

/** The level of a zone as the device reports it, in the zone's unit; null when it reports none. */
export function measuredLevel({ id, unit }: Zone, { levels, speedKmh, pressureMmHg }: Telemetry): number | null {
  const level = levels?.[id];
  if (level !== undefined) return level;
  if (unit === 'km/h') return speedKmh ?? null;
  return unit === 'mmHg' ? (pressureMmHg?.[id] ?? null) : null;
}
