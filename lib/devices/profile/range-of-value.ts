import type { Range } from '../driver';
import type { DeviceProfile, ValuePart } from './schema';
import { own, splitName } from './values';

/** The numbers that a value can have; null when it is a text; undefined when the value does not exist. */
export function rangeOfValue(profile: DeviceProfile, name: ValuePart['value']): readonly Range[] | null | undefined {
  const [kind, key = ''] = splitName(name);
  if (kind === 'setting') return own(profile.settings, key) === undefined ? undefined : null;
  if (kind === 'temperature') return profile.temperature && [profile.temperature.range];
  if (kind === 'timer') {
    if (profile.timer === undefined) return undefined;
    const { range, initial } = profile.timer;
    return initial === undefined ? [range] : [range, { min: initial, max: initial, step: 1 }];
  }
  if (kind === 'programme') {
    const values = profile.programmes?.map(({ value }) => value);
    if (values === undefined || values.includes(undefined)) return undefined;
    return values.filter((value) => value !== undefined).map((value) => ({ min: value, max: value, step: 1 }));
  }
  const range = profile.zones?.find(({ id }) => id === key)?.range;
  return range && [range];
}
