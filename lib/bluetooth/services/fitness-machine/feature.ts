import { type Decoded, decoded, missingBytes } from '../decoded';
import { decodeNumber, encodeNumber } from '../number-format';

/** In order of their bits, from bit 0. */
const features = [
  'average-speed',
  'cadence',
  'distance',
  'incline',
  'elevation',
  'pace',
  'steps',
  'resistance',
  'strides',
  'energy',
  'heart-rate',
  'met',
  'elapsed',
  'remaining',
  'power',
  'force',
  'user-data',
] as const;

/** In order of their bits, from bit 0. */
const targets = [
  'speed',
  'incline',
  'resistance',
  'power',
  'heart-rate',
  'energy',
  'steps',
  'strides',
  'distance',
  'time',
  'time-in-two-zones',
  'time-in-three-zones',
  'time-in-five-zones',
  'simulation',
  'wheel',
  'spin-down',
  'cadence',
] as const;

export type MachineFeature = (typeof features)[number];
export type MachineTarget = (typeof targets)[number];

/** What a machine measures and which targets it accepts. Real machines claim both more and less than they support. */
export interface FitnessMachineFeature {
  readonly features: readonly MachineFeature[];
  readonly targets: readonly MachineTarget[];
}

/** Reads Fitness Machine Feature (2ACC): two u32 of bits. Ignores reserved bits. Error: `too-short` below 8 bytes. */
export function decodeFitnessMachineFeature(view: DataView): Decoded<FitnessMachineFeature> {
  if (view.byteLength < 8) return missingBytes('too-short', 8, view.byteLength);
  return decoded({ features: named(features, decodeNumber(view, 0, 'u32')), targets: named(targets, decodeNumber(view, 4, 'u32')) });
}

export function encodeFitnessMachineFeature(feature: FitnessMachineFeature): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...bits(features, feature.features), ...bits(targets, feature.targets)]);
}

function named<N extends string>(names: readonly N[], word: number): N[] {
  return names.filter((_, bit) => (word >> bit) & 1);
}

function bits<N extends string>(names: readonly N[], present: readonly N[]): number[] {
  return encodeNumber(
    names.reduce((word, name, bit) => word + (present.includes(name) ? 2 ** bit : 0), 0),
    'u32',
  );
}
