import type { FitnessCommand } from './control-point';

/** How a family of machines deviates from Fitness Machine Service 1.0. */
export interface FitnessDialect {
  readonly key: 'standard' | 'kingsmith' | 'citysports-linker';
  /** How the device's name starts. */
  readonly names: readonly string[];
  /** The commands that start the machine, in this order. */
  readonly start: readonly Extract<FitnessCommand['kind'], 'request-control' | 'start'>[];
  /**
   * When a speed may be written after a start from standstill. `once-steady`: after the machine reports that it moves and its speed has
   * been constant for `steadyMs`; it drops the link if a speed comes sooner.
   */
  readonly speed: 'at-once' | 'once-steady';
  readonly steadyMs: number;
  /** Bit 13 of Treadmill Data announces steps. */
  readonly treadmillSteps: boolean;
}

const standard: FitnessDialect = {
  key: 'standard',
  names: [],
  start: ['request-control', 'start'],
  speed: 'at-once',
  steadyMs: 0,
  treadmillSteps: false,
};

/**
 * The known dialects. KingSmith follows mcdax/walkingpad-controller (MIT), which does not say how long "stable" is: 2 s is a guess.
 * CITYSPORTS-Linker follows hughesjs/FitnessMachine: its notes use 00 sometimes as the start, sometimes to wake the machine before 07.
 * Rebound sends both, which is also what the standard requires.
 */
export const fitnessDialects: readonly FitnessDialect[] = [
  standard,
  { ...standard, key: 'kingsmith', names: ['KS-HD-'], speed: 'once-steady', steadyMs: 2000, treadmillSteps: true },
  { ...standard, key: 'citysports-linker', names: ['CITYSPORTS-Linker'], treadmillSteps: true },
];

/** The dialect of a device with this name; `standard` for an unknown name. */
export function fitnessDialect(name: string | null): FitnessDialect {
  return fitnessDialects.find(({ names }) => names.some((start) => name?.startsWith(start))) ?? standard;
}
