import { encodeIndoorBikeData, fitnessDialect, fitnessMachineUuids } from '../bluetooth/services/fitness-machine';
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

export interface BikeOptions extends MachineOptions {
  /** The rider's cadence while it runs, rpm; default 85. */
  readonly cadenceRpm?: number;
  /** Takes resistance as one byte, as the specification's text says, instead of as a word. Default false. */
  readonly resistanceByte?: boolean;
}

/** A bike that holds a resistance or a power, whichever was set last. Deterministic: same options and calls, same packets. */
export function simulatedBike(options: BikeOptions = {}): SimulatedMachine {
  const { cadenceRpm = 85 } = options;
  const mechanics: Mechanics = {
    startTargets: { speedKmh: 0, inclinePct: 0, resistance: 20, powerW: null, timeS: null },
    countDownMs: 0,
    drivePerS: 20,
    driveTarget: () => cadenceRpm,
    powerTargetW: (rpm, { powerW, resistance }) => powerW ?? brakedW(rpm, resistance),
    // Air resistance only: power grows with the cube of speed, 200 W at 33 km/h.
    speedKmh: ({ drive, powerW }) => (drive > 0 ? 3.6 * Math.cbrt(Math.max(0, powerW) / 0.25) : 0),
    stepsPerMin: () => 0,
    kcalPerS: ({ powerW }) => kcalPerSecond(powerW),
  };
  return simulatedMachine({ name: 'Simulated bike', address: '5E:B0:00:00:00:03' }, options, {
    data: fitnessMachineUuids.indoorBikeData,
    features: ['cadence', 'distance', 'resistance', 'energy', 'elapsed', 'power'],
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
        { cadenceRpm: rounded(state.drive, 2) },
        { powerW: Math.round(state.powerW) },
        { distanceM: Math.floor(state.distanceM) },
        { resistance: Math.round(state.targets.resistance) },
        { elapsedS: runS(state) },
        energyFields(state.energyKcal, mechanics.kcalPerS(state)),
      ];
      return packed(
        encodeIndoorBikeData,
        { speedKmh: rounded(mechanics.speedKmh(state), 100) },
        bundles,
        options.packetBytes ?? PACKET_BYTES,
      );
    },
  });
}
