import type { Capabilities, TelemetryKey, Zone } from '../driver';
import { writtenIn } from './polls';
import type { DeviceProfile, ProfileStatus, ProfileStep, ProfileZone } from './schema';
import { treatmentClassOf } from './sensor-profile';
import { own, splitName } from './values';

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

/**
 * What the controls show. Zones that the device reports as absent are left out, and so is what needs a characteristic that it lacks. Throws
 * `RangeError` for a sensor, which has no controls.
 */
export function profileCapabilities(
  profile: DeviceProfile,
  present: Readonly<Record<string, boolean>> = {},
  lacks: ReadonlySet<string> = new Set(),
): Capabilities {
  const statuses = (profile.status ?? []).filter(({ from }) => !lacks.has(from));
  const heard = statuses.flatMap(({ fields }) => fields.map(({ to }) => splitName(to)[0]));
  const able = (...of: readonly (readonly ProfileStep[] | undefined)[]) =>
    of.every((steps = []) => steps.every((step) => !lacks.has(own(profile.frames, writtenIn(step) ?? '')?.to ?? '')));
  const timer = profile.timer !== undefined && able(profile.timer.steps) ? profile.timer.range : null;
  return {
    class: treatmentClassOf(profile),
    zones: (profile.zones ?? [])
      .filter(({ id, set, up, down, toggle, on, off }) => present[id] !== false && able(set, up, down, toggle, on, off))
      .map((zone) => toZone(zone, statuses)),
    temperatureC: profile.temperature !== undefined && able(profile.temperature.steps) ? profile.temperature.range : null,
    programmes: (profile.programmes ?? []).filter(({ steps }) => able(steps)).map(({ id, name }) => ({ id, name })),
    timerS: timer,
    ...(timer !== null && profile.timer?.steps === undefined ? { timerByStart: true } : {}),
    endsByItself: (profile.endsByItself === 'timer' && timer !== null) || profile.endsByItself === 'longest-run',
    pauses: profile.pause !== undefined && able(profile.pause),
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

function toZone({ id, control, range, unit, toggle }: ProfileZone, statuses: readonly ProfileStatus[]): Zone {
  const fields = statuses.flatMap((status) => status.fields);
  const means = fields.find(({ to }) => to === `level.${id}`)?.means;
  const reports = means === undefined ? {} : { reports: means };
  if (control !== 'absolute') return { id, control, ...(toggle ? { toggleOnly: true } : {}), ...reports };
  const measured = unit === 'km/h' && fields.some(({ to }) => to === 'speedKmh');
  return { id, control, ...(range ? { range } : {}), unit: unit ?? 'level', ...reports, ...(measured ? { measuredBy: 'speedKmh' } : {}) };
}
