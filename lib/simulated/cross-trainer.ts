import { encodeCrossTrainerData, fitnessDialect, fitnessMachineUuids } from '../bluetooth/services/fitness-machine';
import type { Mechanics } from './fitness-machine/engine';
import {
  brakedW,
  energyFields,
  kcalPerSecond,
  type MachineOptions,
  PACKET_BYTES,
  POWER,
  RESISTANCE,
  rounded,
  runS,
  type SimulatedMachine,
  simulatedMachine,
} from './fitness-machine/machine';
import { packed } from './fitness-machine/pack';

export interface CrossTrainerOptions extends MachineOptions {
  /** The person's step rate while it runs; default 120. */
  readonly stepsPerMin?: number;
  /** Default false. */
  readonly backward?: boolean;
  /** Takes resistance as one byte, as the specification's text says, instead of as a word. Default false. */
  readonly resistanceByte?: boolean;
}

const STEP_M = 0.75;

/** A cross trainer that holds a resistance or a power, whichever was set last. Deterministic: same options and calls, same packets. */
export function simulatedCrossTrainer(options: CrossTrainerOptions = {}): SimulatedMachine {
  const { stepsPerMin = 120, backward = false } = options;
  const mechanics: Mechanics = {
    startTargets: { speedKmh: 0, inclinePct: 0, resistance: 20, powerW: null, timeS: null },
    countDownMs: 0,
    drivePerS: 30,
    driveTarget: () => stepsPerMin,
    powerTargetW: (drive, { powerW, resistance }) => powerW ?? brakedW(drive / 2, resistance),
    speedKmh: ({ drive }) => drive * STEP_M * 0.06,
    stepsPerMin: (drive) => drive,
    kcalPerS: ({ powerW }) => kcalPerSecond(powerW),
  };
  return simulatedMachine({ name: 'Simulated cross trainer', address: '5E:B0:00:00:00:04' }, options, {
    data: fitnessMachineUuids.crossTrainerData,
    features: ['distance', 'steps', 'resistance', 'strides', 'energy', 'elapsed', 'power'],
    controls: {
      targets: ['resistance', 'power', 'time'],
      ranges: { resistance: RESISTANCE, power: POWER },
      resistanceByte: options.resistanceByte ?? false,
      speedNeedsStart: false,
    },
    mechanics,
    dialect: fitnessDialect(null),
    packets(state) {
      const bundles = [
        { stepsPerMin: Math.round(state.drive), averageStepsPerMin: null },
        { powerW: Math.round(state.powerW) },
        { strides: rounded(state.steps / 2, 10) },
        { resistance: rounded(state.targets.resistance, 10) },
        { elapsedS: runS(state) },
        { distanceM: Math.floor(state.distanceM) },
        energyFields(state.energyKcal, mechanics.kcalPerS(state)),
      ];
      const last = { speedKmh: rounded(mechanics.speedKmh(state), 100), backward };
      return packed(encodeCrossTrainerData, last, bundles, options.packetBytes ?? PACKET_BYTES);
    },
  });
}
