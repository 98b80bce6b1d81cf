import type { FitnessCommand } from './control-point';

/** How a family of machines departs from Fitness Machine Service 1.0. */
export interface FitnessDialect {
  readonly key: 'standard' | 'kingsmith' | 'citysports-linker';
  /** What the name of the device begins with. */
  readonly names: readonly string[];
  /** What sets the machine off, in this order. */
  readonly start: readonly Extract<FitnessCommand['kind'], 'request-control' | 'start'>[];
  /**
   * When a speed may be written after a start from standstill. `once-steady`: not until the machine says that it moves and its speed has
   * stayed the same for `steadyMs`; sooner, it drops the link.
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
 * The known dialects. KingSmith after mcdax/walkingpad-controller (MIT), which does not say how long "stable" is: 2 s is a guess.
 * CITYSPORTS-Linker after hughesjs/FitnessMachine: its notes take 00 now for the start and now for the waking up before 07, so both are
 * sent, which is also what the standard asks for.
 */
export const fitnessDialects: readonly FitnessDialect[] = [
  standard,
  { ...standard, key: 'kingsmith', names: ['KS-HD-'], speed: 'once-steady', steadyMs: 2000, treadmillSteps: true },
  { ...standard, key: 'citysports-linker', names: ['CITYSPORTS-Linker'], treadmillSteps: true },
];

/** The dialect of a device with this name; `standard` for any that is not known. */
export function fitnessDialect(name: string | null): FitnessDialect {
  return fitnessDialects.find(({ names }) => names.some((start) => name?.startsWith(start))) ?? standard;
}
