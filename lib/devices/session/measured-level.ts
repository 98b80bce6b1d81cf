import type { Telemetry, Zone } from '../driver';

/** What the device reports of a zone, in the zone's unit, and which figure it is. */
export interface MeasuredLevel {
  readonly value: number;
  readonly figure: 'levels' | 'speedKmh' | 'pressureMmHg';
}

/** What the device measures of a zone; otherwise the level that it says it puts out; null when it reports none. */
export function findMeasured({ id, unit, measuredBy }: Zone, { levels, speedKmh, pressureMmHg }: Telemetry): MeasuredLevel | null {
  if (measuredBy === 'speedKmh') return speedKmh === undefined ? null : { value: speedKmh, figure: measuredBy };
  const mmHg = unit === 'mmHg' ? pressureMmHg?.[id] : undefined;
  if (mmHg !== undefined) return { value: mmHg, figure: 'pressureMmHg' };
  const level = levels?.[id];
  if (level !== undefined) return { value: level, figure: 'levels' };
  return unit === 'km/h' && speedKmh !== undefined ? { value: speedKmh, figure: 'speedKmh' } : null;
}

/** Its value alone. */
export function measuredLevel(zone: Zone, telemetry: Telemetry): number | null {
  return findMeasured(zone, telemetry)?.value ?? null;
}
