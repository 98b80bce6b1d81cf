import { lengthS, type SessionPlan, type SessionStep } from '../../catalogue';
import type { Capabilities, Range, Zone } from '../driver';
import type { Limits } from '../safety/limits';

/** What is wrong with a plan on a device. `step` counts from 0; null for the plan as a whole. */
export interface PlanFault {
  readonly step: number | null;
  readonly code:
    | 'no-steps'
    | 'too-long'
    | 'region-too-long'
    | 'bad-duration'
    | 'bad-ramp'
    | 'no-such-zone'
    | 'level-out-of-limits'
    | 'level-not-settable'
    | 'no-temperature'
    | 'temperature-out-of-limits'
    | 'no-such-programme';
  /** The zone, if the fault is about one. */
  readonly zone?: string;
}

/** Everything that is wrong with a plan for this device under these limits; empty when nothing is. */
export function findFaults(plan: SessionPlan, capabilities: Capabilities, limits: Limits): readonly PlanFault[] {
  const { steps } = plan;
  if (steps.length === 0) return [{ step: null, code: 'no-steps' }];
  const faults: PlanFault[] = steps.flatMap((step, index) => stepFaults(step, index, capabilities, limits));
  if (lengthS(steps) > limits.longestS) faults.push({ step: null, code: 'too-long' });
  return [...faults, ...regionFaults(steps, limits.longestRegionS)];
}

function stepFaults(step: SessionStep, index: number, capabilities: Capabilities, limits: Limits): PlanFault[] {
  const faults: PlanFault[] = [];
  const { seconds, rampS, temperatureC, programme } = step;
  if (!Number.isFinite(seconds) || seconds < 1) faults.push({ step: index, code: 'bad-duration' });
  if (rampS !== undefined && !(rampS >= 0 && rampS <= seconds)) faults.push({ step: index, code: 'bad-ramp' });
  for (const [zone, level] of Object.entries(step.levels ?? {})) {
    const code = levelFault(
      capabilities.zones.find(({ id }) => id === zone),
      level,
      limits.levels[zone],
    );
    if (code !== null) faults.push({ step: index, code, zone });
  }
  if (temperatureC !== undefined) {
    if (limits.temperatureC === null) faults.push({ step: index, code: 'no-temperature' });
    else if (!within(limits.temperatureC, temperatureC)) faults.push({ step: index, code: 'temperature-out-of-limits' });
  }
  if (programme !== undefined && !capabilities.programmes.some(({ id }) => id === programme)) {
    faults.push({ step: index, code: 'no-such-programme' });
  }
  return faults;
}

/** On and off can be planned for zones that have them. The level of a relative zone is found by the user, by nudging. */
function levelFault(zone: Zone | undefined, level: number, range: Range | undefined): PlanFault['code'] | null {
  if (zone === undefined) return 'no-such-zone';
  if (zone.control === 'absolute') return range !== undefined && within(range, level) ? null : 'level-out-of-limits';
  if (zone.control === 'switch' || zone.toggleOnly === true) return level === 0 || level === 1 ? null : 'level-out-of-limits';
  return 'level-not-settable';
}

/** Adds up a muscle's time over all steps that treat it. */
function regionFaults(steps: readonly SessionStep[], longestS: number | null): PlanFault[] {
  if (longestS === null) return [];
  const faults: PlanFault[] = [];
  const spent = new Map<string, number>();
  for (const [index, { region, seconds, pause }] of steps.entries()) {
    if (pause === true) continue;
    // A step without a muscle counts as a muscle of its own.
    const where = region ?? `step ${index}`;
    const sum = (spent.get(where) ?? 0) + seconds;
    spent.set(where, sum);
    if (sum > longestS) faults.push({ step: index, code: 'region-too-long' });
  }
  return faults;
}

function within({ min, max }: Range, value: number): boolean {
  return value >= min && value <= max;
}
