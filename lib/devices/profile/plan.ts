import { type DriverCommand, DriverFault } from '../driver';
import type { DeviceProfile, ProfileStep, ProfileZone } from './schema';
import { type FrameValues, initialValues, onStep } from './values';

/** The steps of a command, the values after it, and the waiting commands that it replaces. */
export interface WritePlan {
  readonly steps: readonly ProfileStep[];
  readonly values: FrameValues;
  readonly latest: string | null;
}

/** Throws `DriverFault` (`not-supported` or `out-of-range`). A value between two steps of a range is rounded down. */
export function planWrites(profile: DeviceProfile, command: DriverCommand, values: FrameValues): WritePlan {
  switch (command.kind) {
    case 'start':
      return plan(profile.start, atRest(profile, withProgramme(profile, values)));
    case 'pause':
      return plan(profile.pause, atRest(profile, values));
    case 'level':
      return levelPlan(requireZone(profile, command.zone), command.level, values);
    case 'nudge':
      return plan(requireZone(profile, command.zone)[command.direction], values);
    case 'toggle':
      return plan(requireZone(profile, command.zone).toggle, values);
    case 'temperature': {
      const { range, steps } = profile.temperature ?? unsupported();
      return plan(steps, { ...values, temperature: onStep(command.celsius, range) ?? outOfRange() }, 'temperature');
    }
    case 'timer': {
      const { range, steps } = profile.timer ?? unsupported();
      return plan(steps ?? [], { ...values, timer: onStep(command.seconds, range) ?? outOfRange() }, 'timer');
    }
    case 'programme': {
      const programme = profile.programmes?.find(({ id }) => id === command.id) ?? outOfRange();
      return plan(programme.steps ?? [], { ...values, programme: programme.id });
    }
  }
}

function levelPlan(zone: ProfileZone, level: number, values: FrameValues): WritePlan {
  const latest = `level.${zone.id}`;
  if (zone.control === 'switch' && zone.on && zone.off) {
    if (level !== 0 && level !== 1) outOfRange();
    return plan(level === 1 ? zone.on : zone.off, values, latest);
  }
  if (zone.range === undefined) return unsupported();
  const allowed = onStep(level, zone.range) ?? outOfRange();
  return plan(zone.set, { ...values, levels: { ...values.levels, [zone.id]: allowed } }, latest);
}

/** A start always begins at the lowest levels: after a pause, a belt must not jump back to its earlier speed. */
function atRest(profile: DeviceProfile, values: FrameValues): FrameValues {
  return { ...values, levels: initialValues(profile, values.settings).levels };
}

/** Where a start includes a programme, the first one is used until another is chosen. */
function withProgramme(profile: DeviceProfile, values: FrameValues): FrameValues {
  const first = profile.programmes?.[0];
  return values.programme !== undefined || first?.value === undefined ? values : { ...values, programme: first.id };
}

function plan(steps: readonly ProfileStep[] | undefined, values: FrameValues, latest: string | null = null): WritePlan {
  return { steps: steps ?? unsupported(), values, latest };
}

function requireZone(profile: DeviceProfile, id: string): ProfileZone {
  return profile.zones?.find((zone) => zone.id === id) ?? unsupported();
}

function unsupported(): never {
  throw new DriverFault('not-supported');
}

function outOfRange(): never {
  throw new DriverFault('out-of-range');
}
