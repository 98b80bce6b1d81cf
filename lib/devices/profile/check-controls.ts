import type { Range } from '../driver';
import { CEILINGS, findCeiling, KNOWN_LEVEL_ONLY, LONGEST_TIMER_S, TEMPERATURE_CEILING } from '../safety/ceilings';
import { isRange } from './check-frames';
import type { FaultList } from './faults';
import { valuesIn } from './frame';
import type { DeviceProfile, ProfileStep, ProfileZone, ValuePart } from './schema';
import { isSensorProfile, treatmentClassOf } from './sensor-profile';
import { onStep, own } from './values';

type Ways = 'set' | 'up' | 'down' | 'toggle' | 'on' | 'off';
const ways: readonly Ways[] = ['set', 'up', 'down', 'toggle', 'on', 'off'];
const allowed: Readonly<Record<ProfileZone['control'], readonly Ways[]>> = {
  absolute: ['set'],
  relative: ['up', 'down', 'toggle'],
  switch: ['on', 'off', 'toggle'],
};

/** Checks zones, temperature, programmes and timer: each must stay within its ceiling, and have frames that can carry it. */
export function checkControls(profile: DeviceProfile, faults: FaultList): void {
  profile.zones?.forEach((zone, i) => {
    if (profile.zones?.findIndex(({ id }) => id === zone.id) !== i) faults.add('duplicate', 'zones', i, 'id');
    checkZone(profile, zone, i, faults);
  });
  const { temperature, timer } = profile;
  if (temperature) {
    checkRange(temperature.range, TEMPERATURE_CEILING, ['temperature', 'range'], faults);
    if (!uses(profile, temperature.steps, 'temperature')) faults.add('value-not-used', 'temperature', 'steps');
  }
  profile.programmes?.forEach(({ id, value, steps }, i) => {
    if (profile.programmes?.findIndex((other) => other.id === id) !== i) faults.add('duplicate', 'programmes', i, 'id');
    // A programme without its own steps is sent with the start, so the start needs a place for it.
    if (!steps && (value === undefined || !uses(profile, profile.start, 'programme'))) faults.add('missing', 'programmes', i, 'steps');
  });
  if (timer) checkTimer(profile, timer, faults);
  else if (profile.endsByItself === 'timer') faults.add('missing', 'timer');
}

function checkZone(profile: DeviceProfile, zone: ProfileZone, i: number, faults: FaultList): void {
  const absolute = zone.control === 'absolute';
  for (const way of ways) if (zone[way] && !allowed[zone.control].includes(way)) faults.add('not-for-this-control', 'zones', i, way);
  if (zone.control === 'relative' && !isSensorProfile(profile) && KNOWN_LEVEL_ONLY.has(treatmentClassOf(profile)))
    faults.expectName(['absolute', 'switch'], 'not-for-this-class', 'zones', i, 'control');
  if (!absolute && zone.range) faults.add('not-for-this-control', 'zones', i, 'range');
  if (!absolute && zone.unit) faults.add('not-for-this-control', 'zones', i, 'unit');
  if (zone.control === 'switch' && Boolean(zone.on) !== Boolean(zone.off)) faults.add('missing', 'zones', i, zone.on ? 'off' : 'on');
  if (zone.control === 'switch' && Boolean(zone.on) === Boolean(zone.toggle)) faults.add('missing', 'zones', i, 'on');
  if (zone.control === 'relative' && !zone.up && !zone.down && !zone.toggle) faults.add('missing', 'zones', i, 'up');
  if (!absolute) return;
  if (!zone.range) faults.add('missing', 'zones', i, 'range');
  else if (!isSensorProfile(profile)) checkLevel(profile, zone, zone.range, i, faults);
  if (!zone.set) faults.add('missing', 'zones', i, 'set');
  else if (!uses(profile, zone.set, `level.${zone.id}`)) faults.add('value-not-used', 'zones', i, 'set');
}

function checkLevel(profile: DeviceProfile, { unit = 'level' }: ProfileZone, range: Range, i: number, faults: FaultList): void {
  const treatment = treatmentClassOf(profile);
  const ceiling = findCeiling(treatment, unit);
  if (ceiling === null) faults.expectName(Object.keys(CEILINGS[treatment]), 'not-for-this-class', 'zones', i, 'unit');
  else checkRange(range, { min: 0, max: ceiling }, ['zones', i, 'range'], faults);
}

function checkTimer(profile: DeviceProfile, { range, initial, steps }: NonNullable<DeviceProfile['timer']>, faults: FaultList): void {
  checkRange(range, { min: 1, max: LONGEST_TIMER_S }, ['timer', 'range'], faults);
  if (initial !== undefined && onStep(initial, range) !== initial) faults.add('out-of-range', 'timer', 'initial');
  if (steps && !uses(profile, steps, 'timer')) faults.add('value-not-used', 'timer', 'steps');
  if (!steps && !uses(profile, profile.start, 'timer')) faults.add('missing', 'timer', 'steps');
  if (profile.endsByItself !== 'timer') return;
  // The timer is set with each start, so the first start needs a value too.
  if (initial === undefined) faults.add('missing', 'timer', 'initial');
  if (!uses(profile, profile.start, 'timer')) faults.add('timer-not-set-at-start', 'start');
}

function checkRange(range: Range, ceiling: Pick<Range, 'min' | 'max'>, keys: readonly (string | number)[], faults: FaultList): void {
  if (!isRange(range)) faults.add('out-of-range', ...keys);
  else if (range.max > ceiling.max) faults.expect({ kind: 'at-most', limit: ceiling.max }, 'above-ceiling', ...keys, 'max');
  else if (range.min < ceiling.min) faults.expect({ kind: 'at-least', limit: ceiling.min }, 'above-ceiling', ...keys, 'min');
}

function uses(profile: DeviceProfile, steps: readonly ProfileStep[] | undefined, name: ValuePart['value']): boolean {
  return (steps ?? []).some((step) => {
    const frame = 'write' in step ? own(profile.frames, step.write) : undefined;
    return frame !== undefined && valuesIn(frame).includes(name);
  });
}
