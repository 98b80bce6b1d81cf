import { modalityOfClass, type SessionPlan, type SessionStep } from '../../catalogue';
import type { Capabilities } from '../driver';
import type { Limits } from '../safety/limits';
import { findFaults, type PlanFault } from './validate';

export interface Draft {
  readonly plan: SessionPlan;
  /** What is wrong with it so far; empty: it can be run. */
  readonly faults: readonly PlanFault[];
}

/** A session that the user puts together, judged anew after each change. `steps` may be as wrong as they like: `faults` says what it is. */
export function draftPlan(steps: readonly SessionStep[], capabilities: Capabilities, limits: Limits): Draft {
  const plan: SessionPlan = {
    // What nothing of the catalogue does goes by its class.
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

/** The step to begin with: the lowest of everything, for as long as a muscle, or the session, may be. */
export function firstStep(capabilities: Capabilities, limits: Limits): SessionStep {
  const levels = Object.fromEntries(capabilities.zones.flatMap(({ id }) => (limits.levels[id] ? [[id, limits.levels[id].min]] : [])));
  return { levels, seconds: Math.min(limits.longestRegionS ?? 600, limits.longestS) };
}
