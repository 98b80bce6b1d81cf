import type { Capabilities, TelemetryKey, Zone } from '../driver';
import type { DeviceProfile, ProfileZone } from './schema';
import { treatmentClassOf } from './sensor-profile';
import { splitName } from './values';

const TELEMETRY_KEYS: Readonly<Record<string, TelemetryKey>> = {
  running: 'running',
  level: 'levels',
  temperatureC: 'temperatureC',
  remainingS: 'remainingS',
  elapsedS: 'elapsedS',
  speedKmh: 'speedKmh',
  pressureMmHg: 'pressureMmHg',
  distanceM: 'distanceM',
  programme: 'programme',
};

/** What the controls show. Zones that the device reports as absent are left out. Throws `RangeError` for a sensor, which has none. */
export function profileCapabilities(profile: DeviceProfile, present: Readonly<Record<string, boolean>> = {}): Capabilities {
  const heard = (profile.status ?? []).flatMap(({ fields }) => fields.map(({ to }) => splitName(to)[0]));
  return {
    class: treatmentClassOf(profile),
    zones: (profile.zones ?? []).filter(({ id }) => present[id] !== false).map(toZone),
    temperatureC: profile.temperature?.range ?? null,
    programmes: (profile.programmes ?? []).map(({ id, name }) => ({ id, name })),
    timerS: profile.timer?.range ?? null,
    ...(profile.timer !== undefined && profile.timer.steps === undefined ? { timerByStart: true } : {}),
    endsByItself: profile.endsByItself === 'timer' || profile.endsByItself === 'longest-run',
    pauses: profile.pause !== undefined,
    battery: heard.includes('batteryPct'),
    ...findReports(profile),
    telemetry: [...new Set(heard.flatMap((kind) => TELEMETRY_KEYS[kind] ?? []))],
  };
}

/** A polled device answers; of one that only notifies, nobody knows how often it does. */
function findReports({ poll }: DeviceProfile): Pick<Capabilities, 'reportsEveryS'> {
  if (poll === undefined) return {};
  const every = 'everyMs' in poll ? [poll] : poll;
  return { reportsEveryS: Math.max(...every.map(({ everyMs }) => everyMs)) / 1000 };
}

function toZone({ id, control, range, unit, toggle }: ProfileZone): Zone {
  if (control === 'absolute') return { id, control, ...(range ? { range } : {}), unit: unit ?? 'level' };
  return { id, control, ...(toggle ? { toggleOnly: true } : {}) };
}
