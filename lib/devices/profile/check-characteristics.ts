import type { FaultList } from './faults';
import { FORBIDDEN_SERVICES } from './limits';
import { numberSize } from './number';
import type { DeviceProfile, ProfileStatus, ReadField } from './schema';
import { isSensorProfile, type SensorProfile } from './sensor-profile';
import { fullUuid } from './uuids';
import { own, splitName } from './values';

/** Checks the match, the characteristics, and what is read from them. */
export function checkCharacteristics(profile: DeviceProfile, faults: FaultList): void {
  const { names, namePrefixes, services } = profile.match;
  if (!names && !namePrefixes && !services) faults.add('matches-nothing', 'match');
  services?.forEach((service, i) => {
    if (FORBIDDEN_SERVICES.has(fullUuid(service))) faults.add('forbidden-service', 'match', 'services', i);
  });
  for (const [id, { at }] of Object.entries(profile.characteristics)) {
    at.forEach(({ service, uuids, property }, i) => {
      const keys = ['characteristics', id, 'at', i] as const;
      if (FORBIDDEN_SERVICES.has(fullUuid(service))) faults.add('forbidden-service', ...keys, 'service');
      if (uuids.length > 1 && property === undefined) faults.add('missing', ...keys, 'property');
    });
  }
  if (profile.escape && profile.escape.from < profile.escape.subtract) faults.add('out-of-range', 'escape', 'subtract');
  // Bytes before the length must not grow, and the length itself must not be escaped.
  if ((profile.escape?.lengthAt ?? -1) >= (profile.escape?.head ?? 0)) faults.add('out-of-range', 'escape', 'lengthAt');
  // An unescaped marker in the data could not be told from a real one.
  if (profile.escape && profile.escape.marker < profile.escape.from) faults.add('out-of-range', 'escape', 'marker');
  if (isSensorProfile(profile)) checkSensor(profile, faults);
  else if (profile.endsByItself === undefined) faults.add('missing', 'endsByItself');
  profile.status?.forEach((status, i) => {
    checkStatus(profile, status, i, faults);
  });
}

function checkStatus(profile: DeviceProfile, status: ProfileStatus, i: number, faults: FaultList): void {
  if (own(profile.characteristics, status.from) === undefined)
    faults.expectName(Object.keys(profile.characteristics), 'unknown-characteristic', 'status', i, 'from');
  status.answers?.forEach((frame, at) => {
    if (own(profile.frames, frame) === undefined)
      faults.expectName(Object.keys(profile.frames), 'unknown-frame', 'status', i, 'answers', at);
  });
  status.fields.forEach((field, at) => {
    const keys = ['status', i, 'fields', at] as const;
    const [kind, zone] = splitName(field.to);
    checkKind(profile, field, [...keys, 'to'], faults);
    if (zone !== undefined && kind !== 'temperatureC' && !profile.zones?.some(({ id }) => id === zone))
      faults.expectName(
        (profile.zones ?? []).map(({ id }) => id),
        'unknown-zone',
        ...keys,
        'to',
      );
    if (field.at + numberSize(field.type) > 256) faults.add('out-of-range', ...keys, 'at');
    const ways = [field.above, field.in, field.bit, field.values].filter((way) => way !== undefined).length;
    const truth = kind === 'running' || kind === 'present';
    if (truth || kind === 'programme') {
      if (ways !== 1) faults.add(ways === 0 ? 'missing' : 'unknown-key', ...keys, 'values');
      field.values?.forEach(([, value], row) => {
        if (truth !== (typeof value === 'boolean')) faults.add('wrong-type', ...keys, 'values', row);
        else if (!truth && !profile.programmes?.some(({ id }) => id === value)) faults.add('unknown-programme', ...keys, 'values', row);
      });
      if (kind === 'programme' && field.values === undefined && ways === 1) faults.add('missing', ...keys, 'values');
    } else {
      for (const way of ['above', 'in', 'bit', 'values'] as const) if (field[way] !== undefined) faults.add('unknown-key', ...keys, way);
    }
    if (field.means !== undefined && kind !== 'level') faults.add('unknown-key', ...keys, 'means');
    if (field.unit !== undefined && field.unit !== FOREIGN[kind]) faults.add('unknown-key', ...keys, 'unit');
    if (field.when && field.when.min > field.when.max) faults.add('out-of-range', ...keys, 'when');
    field.none?.forEach((none, row) => {
      if (Array.isArray(none) && none[0] > none[1]) faults.add('out-of-range', ...keys, 'none', row);
    });
  });
}

/** What each field may be sent in, besides the unit of Rebound. */
const FOREIGN: Readonly<Record<string, ReadField['unit']>> = { speedKmh: 'mph', temperatureC: 'fahrenheit', weightKg: 'lb' };

/** What a sensor of each class may report; the first is what it must. */
const MEASURED = {
  thermometer: ['temperatureC', 'humidityPct', 'batteryPct'],
  scale: ['weightKg', 'batteryPct'],
} as const;

/** A sensor reports what it measures, any other device what it does. Only a thermometer has several probes. */
function checkKind(profile: DeviceProfile, { to }: ReadField, keys: readonly (string | number)[], faults: FaultList): void {
  const [kind, probe] = splitName(to);
  if (isSensorProfile(profile)) {
    const allowed: readonly string[] = MEASURED[profile.class];
    if (!allowed.includes(kind)) faults.expectName(allowed, 'not-for-this-class', ...keys);
  } else if (kind === 'weightKg' || kind === 'humidityPct' || (kind === 'temperatureC' && probe !== undefined))
    faults.add('not-for-this-class', ...keys);
}

/** A sensor has nothing that could be controlled, and at least one value. */
function checkSensor(profile: SensorProfile, faults: FaultList): void {
  for (const key of CONTROLS) if (profile[key] !== undefined) faults.add('not-for-this-class', key);
  const [measured] = MEASURED[profile.class];
  const told = (profile.status ?? []).some(({ fields }) => fields.some(({ to }) => splitName(to)[0] === measured));
  if (!told) faults.expectName([measured], 'measures-nothing', 'status');
}

const CONTROLS = ['zones', 'temperature', 'programmes', 'timer', 'start', 'pause', 'stop', 'endsByItself', 'contraindications'] as const;
