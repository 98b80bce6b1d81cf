import {
  encodeTreadmillData,
  type FitnessDialect,
  fitnessDialect,
  fitnessMachineUuids,
  type TargetRange,
} from '../bluetooth/services/fitness-machine';
import type { Mechanics } from './fitness-machine/engine';
import {
  energyFields,
  type MachineOptions,
  PACKET_BYTES,
  rounded,
  runS,
  type SimulatedMachine,
  simulatedMachine,
} from './fitness-machine/machine';
import { packed } from './fitness-machine/pack';

export interface TreadmillOptions extends MachineOptions {
  /** Default `standard`. A KingSmith drops the link if it receives a speed before it has moved steadily. */
  readonly dialect?: FitnessDialect['key'];
  /** km/h; default 1 to 20. */
  readonly speed?: TargetRange;
  /** %; default 0 to 15; `null` for a walking pad that is always level. */
  readonly incline?: TargetRange | null;
  /** Mass of the person on it, kg; default 75. */
  readonly massKg?: number;
}

const names = { standard: 'Simulated treadmill', kingsmith: 'KS-HD-SIM', 'citysports-linker': 'CITYSPORTS-Linker' } as const;

/**
 * A treadmill: `start` counts down 3 s and goes to its lowest speed; speed changes by 0.5 km/h per second, incline by 0.5 % per second.
 * Accepts a speed only while it runs. Deterministic: same options and calls, same packets.
 */
export function simulatedTreadmill(options: TreadmillOptions = {}): SimulatedMachine {
  const { dialect: key = 'standard', speed = { min: 1, max: 20, step: 0.1 }, massKg = 75 } = options;
  const incline = options.incline === undefined ? { min: 0, max: 15, step: 0.5 } : options.incline;
  const dialect = fitnessDialect(names[key]);
  const mechanics: Mechanics = {
    startTargets: { speedKmh: speed.min, inclinePct: 0, resistance: 0, powerW: null, timeS: null },
    countDownMs: 3000,
    drivePerS: 0.5,
    driveTarget: ({ speedKmh }) => speedKmh,
    powerTargetW: () => 0,
    speedKmh: ({ drive }) => drive,
    stepsPerMin: (speedKmh) => (speedKmh > 0 ? 60 + 12 * speedKmh : 0),
    // 1 kcal per kg and km.
    kcalPerS: ({ drive }) => (massKg * drive) / 3600,
  };
  return simulatedMachine({ name: names[key], address: '5E:B0:00:00:00:02' }, options, {
    data: fitnessMachineUuids.treadmillData,
    features: [
      'distance',
      ...(incline ? (['incline'] as const) : []),
      ...(dialect.treadmillSteps ? (['steps'] as const) : []),
      'energy',
      'elapsed',
      'remaining',
    ],
    controls: {
      targets: ['speed', ...(incline ? (['incline'] as const) : []), 'time'],
      ranges: { speed, ...(incline ? { incline } : {}) },
      resistanceByte: false,
      speedNeedsStart: true,
    },
    mechanics,
    dialect,
    packets(state) {
      const { targets } = state;
      const bundles = [
        { distanceM: Math.floor(state.distanceM) },
        ...(incline ? [{ inclinePct: rounded(state.inclinePct, 10), rampDeg: null }] : []),
        energyFields(state.energyKcal, mechanics.kcalPerS(state)),
        { elapsedS: runS(state) },
        ...(targets.timeS === null ? [] : [{ remainingS: Math.max(0, Math.ceil(targets.timeS - state.elapsedMs / 1000)) }]),
        ...(dialect.treadmillSteps ? [{ steps: Math.floor(state.steps) }] : []),
      ];
      return packed(encodeTreadmillData, { speedKmh: rounded(state.drive, 100) }, bundles, options.packetBytes ?? PACKET_BYTES);
    },
  });
}
