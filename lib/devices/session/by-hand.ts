import { modalityOfClass, type SessionPlan, type SessionStep } from '../../catalogue';
import type { Capabilities } from '../driver';
import type { Limits } from '../safety/limits';
import { findFaults, type PlanFault } from './validate';

export interface Draft {
  readonly plan: SessionPlan;
  /** What is wrong with the plan so far; empty when it can run. */
  readonly faults: readonly PlanFault[];
}

/** A session that the user puts together, checked after each change. `steps` may be invalid in any way; `faults` says how. */
export function draftPlan(steps: readonly SessionStep[], capabilities: Capabilities, limits: Limits): Draft {
  const plan: SessionPlan = {
    // A class without a modality in the catalogue is its own modality.
    modality: modalityOfClass(capabilities.class) ?? capabilities.class,
    doseId: null,
    variant: null,
    doseOf: 'user',
    regions: [],
    steps,
    item: null,
    preset: null,
  };
  return { plan, faults: findFaults(plan, capabilities, limits) };
}

/** The initial step: everything at its lowest, and as long as a muscle or the session may be treated. */
export function firstStep(capabilities: Capabilities, limits: Limits): SessionStep {
  const levels = Object.fromEntries(capabilities.zones.flatMap(({ id }) => (limits.levels[id] ? [[id, limits.levels[id].min]] : [])));
  return { levels, seconds: Math.min(limits.longestRegionS ?? 600, limits.longestS) };
}
