import type { FaultList } from './faults';
import { FORBIDDEN_SERVICES } from './limits';
import { numberSize } from './number';
import type { DeviceProfile, ProfileStatus } from './schema';
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
  profile.status?.forEach((status, i) => {
    checkStatus(profile, status, i, faults);
  });
}

function checkStatus(profile: DeviceProfile, status: ProfileStatus, i: number, faults: FaultList): void {
  if (own(profile.characteristics, status.from) === undefined) faults.add('unknown-characteristic', 'status', i, 'from');
  status.fields.forEach((field, at) => {
    const keys = ['status', i, 'fields', at] as const;
    const [kind, zone] = splitName(field.to);
    if (zone !== undefined && !profile.zones?.some(({ id }) => id === zone)) faults.add('unknown-zone', ...keys, 'to');
    if (field.at + numberSize(field.type) > 256) faults.add('out-of-range', ...keys, 'at');
    const ways = [field.above, field.bit, field.values].filter((way) => way !== undefined).length;
    const truth = kind === 'running' || kind === 'present';
    if (truth || kind === 'programme') {
      if (ways !== 1) faults.add(ways === 0 ? 'missing' : 'unknown-key', ...keys, 'values');
      field.values?.forEach(([, value], row) => {
        if (truth !== (typeof value === 'boolean')) faults.add('wrong-type', ...keys, 'values', row);
        else if (!truth && !profile.programmes?.some(({ id }) => id === value)) faults.add('unknown-programme', ...keys, 'values', row);
      });
      if (kind === 'programme' && field.values === undefined && ways === 1) faults.add('missing', ...keys, 'values');
    } else if (ways > 0)
      faults.add('unknown-key', ...keys, field.above !== undefined ? 'above' : field.bit !== undefined ? 'bit' : 'values');
    if (field.when && field.when.min > field.when.max) faults.add('out-of-range', ...keys, 'when');
  });
}
