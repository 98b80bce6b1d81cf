/**
 * Random packets for every decoder of `lib/bluetooth/services`. Half are random bytes; half are valid packets with flipped bits, changed
 * bytes, or ends cut off or added. No decoder may throw, return a number outside the limits of its field, or miscount what is missing.
 */
import { decodeBatteryLevel, encodeBatteryLevel } from '../../lib/bluetooth/services/battery';
import type { Decoded, DecodeError } from '../../lib/bluetooth/services/decoded';
import { decodeDeviceText, decodeSystemId, encodeDeviceText } from '../../lib/bluetooth/services/device-information';
import * as environment from '../../lib/bluetooth/services/environmental-sensing';
import * as fitness from '../../lib/bluetooth/services/fitness-machine';
import { decodeTemperatureMeasurement, encodeTemperatureMeasurement } from '../../lib/bluetooth/services/health-thermometer';
import * as heart from '../../lib/bluetooth/services/heart-rate';
import * as polar from '../../lib/bluetooth/services/polar-pmd';
import { decodeWeightMeasurement, encodeWeightMeasurement } from '../../lib/bluetooth/services/weight-scale';
import { type Prng, prng } from '../../lib/simulated/prng';

export interface FuzzOptions {
  readonly packets: number;
  readonly seed: number;
}

export interface FuzzResult extends FuzzOptions {
  /** For each decoder: packets received, values returned, and how often each error. */
  readonly decoders: Readonly<
    Record<string, { readonly packets: number; readonly values: number; readonly errors: Readonly<Record<string, number>> }>
  >;
}

interface Subject {
  readonly key: string;
  decode(view: DataView): Decoded<unknown>;
  /** A packet that the decoder understands. */
  valid(random: Prng): Uint8Array;
}

const integer = (random: Prng, min: number, max: number) => min + Math.floor(random.uniform() * (max - min + 1));
const pick = <T>(random: Prng, from: readonly T[]): T => from[integer(random, 0, from.length - 1)] as T;
const maybe = <T>(random: Prng, value: T): T | null => (random.uniform() < 0.5 ? value : null);
const randomBytes = (random: Prng, length: number) => Uint8Array.from({ length }, () => integer(random, 0, 255));

const kingsmith = fitness.fitnessDialect('KS-HD-');
const energy = (random: Prng) => ({
  energyKcal: maybe(random, integer(random, 0, 5000)),
  hrBpm: maybe(random, integer(random, 0, 255)),
  elapsedS: maybe(random, integer(random, 0, 65_535)),
  remainingS: maybe(random, integer(random, 0, 65_535)),
});
const speeds = (random: Prng) => ({
  speedKmh: integer(random, 0, 20_000) / 100,
  averageSpeedKmh: maybe(random, integer(random, 0, 20_000) / 100),
  distanceM: maybe(random, integer(random, 0, 0xffffff)),
  powerW: maybe(random, integer(random, -5000, 5000)),
  moreData: random.uniform() < 0.3,
});
const slope = (random: Prng) => ({ inclinePct: maybe(random, integer(random, -1000, 1000) / 10) });
const command = (random: Prng): fitness.FitnessCommand =>
  pick<fitness.FitnessCommand>(random, [
    { kind: 'request-control' },
    { kind: 'speed', speedKmh: integer(random, 0, 2000) / 10 },
    { kind: 'incline', inclinePct: integer(random, -100, 100) },
    { kind: 'resistance', level: integer(random, -100, 100) },
    { kind: 'power', powerW: integer(random, -500, 2000) },
    { kind: 'stop' },
    { kind: 'distance', distanceM: integer(random, 0, 0xffffff) },
    { kind: 'time-in-five-zones', veryLightS: 1, lightS: 2, moderateS: 3, hardS: 4, maximumS: 5 },
    { kind: 'simulation', windMps: 0, gradePct: integer(random, -20, 20), rollingResistance: 0.004, windResistance: 0.51 },
  ]);
const frame = (random: Prng): polar.PmdFrame => {
  const timestampNs = BigInt(integer(random, 0, 2 ** 50));
  const each = <T>(make: () => T) => Array.from({ length: integer(random, 1, 12) }, make);
  const axis = () => integer(random, -8000, 8000);
  return pick<() => polar.PmdFrame>(random, [
    () => ({ stream: 'ecg', timestampNs, microvolts: each(() => integer(random, -5000, 5000)) }),
    () => ({ stream: 'acc', timestampNs, samples: each(() => ({ x: axis(), y: axis(), z: axis() })) }),
    () => ({
      stream: 'ppi',
      timestampNs,
      samples: each(() => ({
        hrBpm: 60,
        intervalMs: integer(random, 0, 65_535),
        errorMs: 10,
        blocker: random.uniform() < 0.2,
        contact: 'detected' as const,
      })),
    }),
  ])();
};
const range = (kind: fitness.RangeKind, max: number): Subject => ({
  key: `${kind} range`,
  decode: (view) => fitness.decodeTargetRange(kind, view),
  valid: (random) => fitness.encodeTargetRange(kind, { min: integer(random, 0, max / 2), max: integer(random, max / 2, max), step: 1 }),
});

const subjects: readonly Subject[] = [
  {
    key: 'heart rate',
    decode: heart.decodeHeartRateMeasurement,
    valid: (random) =>
      heart.encodeHeartRateMeasurement({
        hrBpm: integer(random, 0, 300),
        contact: pick(random, ['detected', 'not-detected', 'unsupported']),
        energyKj: maybe(random, integer(random, 0, 65_535)),
        rrTicks: Array.from({ length: integer(random, 0, 7) }, () => integer(random, 0, 65_535)),
      }),
  },
  { key: 'sensor location', decode: heart.decodeBodySensorLocation, valid: () => heart.encodeBodySensorLocation('chest') },
  { key: 'battery', decode: decodeBatteryLevel, valid: (random) => encodeBatteryLevel(integer(random, 0, 100)) },
  { key: 'device text', decode: decodeDeviceText, valid: () => encodeDeviceText('Polar H10 ü') },
  { key: 'system id', decode: decodeSystemId, valid: (random) => randomBytes(random, 8) },
  {
    key: 'treadmill',
    decode: (view) => fitness.decodeTreadmillData(view, fitness.fitnessDialect(null)),
    valid: (random) => fitness.encodeTreadmillData({ ...speeds(random), ...energy(random), ...slope(random) }),
  },
  {
    key: 'treadmill with steps',
    decode: (view) => fitness.decodeTreadmillData(view, kingsmith),
    valid: (random) =>
      fitness.encodeTreadmillData({ ...speeds(random), ...energy(random), steps: maybe(random, integer(random, 0, 65_535)) }),
  },
  {
    key: 'cross trainer',
    decode: fitness.decodeCrossTrainerData,
    valid: (random) =>
      fitness.encodeCrossTrainerData({ ...speeds(random), ...energy(random), ...slope(random), backward: random.uniform() < 0.5 }),
  },
  {
    key: 'step climber',
    decode: fitness.decodeStepClimberData,
    valid: (random) =>
      fitness.encodeStepClimberData({ ...energy(random), floors: integer(random, 0, 500), steps: integer(random, 0, 5000) }),
  },
  {
    key: 'bike',
    decode: fitness.decodeIndoorBikeData,
    valid: (random) =>
      fitness.encodeIndoorBikeData({ ...speeds(random), ...energy(random), cadenceRpm: maybe(random, integer(random, 0, 800) / 2) }),
  },
  {
    key: 'machine feature',
    decode: fitness.decodeFitnessMachineFeature,
    valid: () => fitness.encodeFitnessMachineFeature({ features: ['distance', 'steps'], targets: ['speed'] }),
  },
  range('speed', 100),
  range('incline', 100),
  range('resistance', 200),
  range('heart-rate', 200),
  range('power', 2000),
  { key: 'machine command', decode: fitness.decodeFitnessCommand, valid: (random) => fitness.encodeFitnessCommand(command(random)) },
  {
    key: 'machine response',
    decode: fitness.decodeFitnessResponse,
    valid: (random) =>
      fitness.encodeFitnessResponse({ op: integer(random, 0, 20), result: pick(random, ['ok', 'failed', 'not-permitted']) }),
  },
  {
    key: 'machine event',
    decode: fitness.decodeFitnessEvent,
    valid: (random) =>
      fitness.encodeFitnessEvent(
        pick<fitness.FitnessEvent>(random, [
          { kind: 'stopped' },
          { kind: 'speed', speedKmh: 4 },
          { kind: 'power', powerW: 200 },
          { kind: 'control-lost' },
        ]),
      ),
  },
  {
    key: 'training status',
    decode: fitness.decodeTrainingStatus,
    valid: (random) => fitness.encodeTrainingStatus({ state: 'manual', text: maybe(random, 'Läuft') }),
  },
  {
    key: 'health thermometer',
    decode: decodeTemperatureMeasurement,
    valid: (random) =>
      encodeTemperatureMeasurement({
        temperatureC: integer(random, -273, 327),
        unit: pick(random, ['celsius', 'fahrenheit']),
        deviceTime: maybe(random, '2026-11-22T07:30:00'),
        site: maybe(random, 'mouth'),
      }),
  },
  {
    key: 'temperature',
    decode: environment.decodeTemperature,
    valid: (random) => environment.encodeTemperature(integer(random, -50, 120)),
  },
  { key: 'humidity', decode: environment.decodeHumidity, valid: (random) => environment.encodeHumidity(integer(random, 0, 100)) },
  { key: 'pressure', decode: environment.decodePressure, valid: (random) => environment.encodePressure(integer(random, 0, 110_000)) },
  {
    key: 'weight',
    decode: decodeWeightMeasurement,
    valid: (random) =>
      encodeWeightMeasurement({
        weightKg: integer(random, 0, 200),
        unit: pick(random, ['kg', 'lb']),
        deviceTime: maybe(random, '2024-02-29T23:59:59'),
        user: maybe(random, integer(random, 0, 254)),
        bmi: 21.5,
        heightM: 1.8,
      }),
  },
  {
    key: 'polar control',
    decode(view) {
      const message = polar.decodePmdControlMessage(view);
      return message.ok && message.value.kind === 'response' ? polar.decodePmdSettings(message.value.parameters) : message;
    },
    valid: (random) =>
      pick(random, [
        polar.encodePmdFeatures(['ecg', 'acc']),
        polar.encodePmdResponse(1, 2, 'ok', polar.settingsBytes({ rateHz: [25, 50, 100, 200], resolutionBits: [16], range: [2, 4, 8] })),
        polar.encodePmdResponse(2, 0, 'already-in-state'),
      ]),
  },
  { key: 'polar frame', decode: polar.decodePmdFrame, valid: (random) => polar.encodePmdFrame(frame(random)) },
];

type Limit = readonly [number, number];

const u8: Limit = [0, 255];
const u16: Limit = [0, 65_535];
const u24: Limit = [0, 0xffffff];
const u32: Limit = [0, 0xffffffff];

/**
 * Lowest and highest allowed value of every number that a decoder returns, by the name of its field. A field that is not listed is an error
 * too.
 */
const limits: Readonly<Record<string, Limit>> = {
  ...{ hrBpm: u16, energyKj: u16, rrTicks: u16, battery: [0, 100] },
  ...{ speedKmh: [0, 200], averageSpeedKmh: [0, 200], distanceM: u24, inclinePct: [-100, 100], rampDeg: [-90, 90] },
  ...{ climbM: u16, descentM: u16, pace: u16, averagePace: u16, energyKcal: u16, energyKcalPerH: u16, energyKcalPerMin: u8 },
  ...{ met: [0, 25.5], elapsedS: u16, remainingS: u16, beltForceN: [-32_768, 32_767], powerW: [-5000, 5000], averagePowerW: [-5000, 5000] },
  ...{ steps: u24, stepsPerMin: [0, 1000], averageStepsPerMin: [0, 1000], strides: u16, floors: u16, resistance: [-32_768, 32_767] },
  ...{ cadenceRpm: [0, 400], averageCadenceRpm: [0, 400], min: [-32_768, 65_535], max: [-32_768, 65_535], step: u16 },
  ...{ level: [-3276.8, 3276.7], timeS: u16, fatBurnS: u16, fitnessS: u16, veryLightS: u16, lightS: u16, moderateS: u16, hardS: u16 },
  ...{ maximumS: u16, windMps: [-32.768, 32.767], gradePct: [-327.68, 327.67], rollingResistance: [0, 0.0255], windResistance: [0, 2.55] },
  ...{ circumferenceMm: [0, 6553.5], status: u8, op: u8, temperatureC: [-273.15, 327.67], temperature: [-273.15, 327.67] },
  ...{ humidity: [0, 100], pressure: [0, 429_496_729.5], weightKg: [0, 327.67], user: [0, 254], bmi: [0, 6553.5], heightM: [0, 166.5] },
  ...{ microvolts: [-8_388_608, 8_388_607], x: [-8_388_608, 8_388_607], y: [-8_388_608, 8_388_607], z: [-8_388_608, 8_388_607] },
  ...{ intervalMs: u16, errorMs: u16, rateHz: u16, resolutionBits: u16, range: u16, rangeMilliunits: u32, channels: u8, factor: u32 },
};

const PAUSE_EVERY = 10_000;

/** Throws on the first decoder that throws or returns an invalid value, and names it with the bytes. Same seed, same result. */
export async function fuzzDecoders({ packets, seed }: FuzzOptions): Promise<FuzzResult> {
  const random = prng(seed, 60);
  const counts = subjects.map(() => ({ packets: 0, values: 0, errors: {} as Record<string, number> }));
  for (let n = 0; n < packets; n++) {
    const at = n % subjects.length;
    const subject = subjects[at] as Subject;
    const bytes =
      Math.floor(n / subjects.length) % 2 === 0 ? randomBytes(random, integer(random, 0, 40)) : mutated(random, subject.valid(random));
    const count = counts[at] as (typeof counts)[number];
    const result = run(subject, random, bytes);
    count.packets++;
    if (result.ok) count.values++;
    else count.errors[result.error.name] = (count.errors[result.error.name] ?? 0) + 1;
    // Lets other tasks run, such as one that reports or stops this.
    if (n % PAUSE_EVERY === PAUSE_EVERY - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return { packets, seed, decoders: Object.fromEntries(subjects.map(({ key }, i) => [key, counts[i] as (typeof counts)[number]])) };
}

function run(subject: Subject, random: Prng, bytes: Uint8Array): Decoded<unknown> {
  try {
    const result = subject.decode(somewhere(random, bytes));
    if (result.ok) checkValue(subject.key, result.value);
    else checkError(result.error, bytes.length);
    return result;
  } catch (error) {
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    throw new Error(`${subject.key}: ${hex}`, { cause: error });
  }
}

/** The bytes in the middle of others, as views from a radio often are. */
function somewhere(random: Prng, bytes: Uint8Array): DataView {
  const before = integer(random, 0, 7);
  const buffer = randomBytes(random, before + bytes.length + integer(random, 0, 7));
  buffer.set(bytes, before);
  return new DataView(buffer.buffer, before, bytes.length);
}

function mutated(random: Prng, valid: Uint8Array): Uint8Array {
  let bytes = Uint8Array.from(valid);
  for (let times = integer(random, 0, 3); times > 0; times--) {
    const at = integer(random, 0, Math.max(0, bytes.length - 1));
    const old = bytes[at] ?? 0;
    const way = integer(random, 0, 4);
    if (way === 0) bytes[at] = old ^ (1 << integer(random, 0, 7));
    else if (way === 1) bytes[at] = pick(random, [0, 0x7f, 0x80, 0xff, integer(random, 0, 255)]);
    else if (way === 2) bytes = bytes.slice(0, at);
    else if (way === 3) bytes = Uint8Array.from([...bytes, ...randomBytes(random, integer(random, 1, 8))]);
    else bytes = Uint8Array.from([...bytes.slice(0, at), ...randomBytes(random, 1), ...bytes.slice(at)]);
  }
  return bytes;
}

function checkValue(name: string, value: unknown): void {
  if (typeof value === 'number') {
    const [min, max] = limits[name] ?? [Number.NaN, Number.NaN];
    if (!(value >= min && value <= max)) throw new Error(`${name} is ${value}, allowed ${min}..${max}`);
  } else if (typeof value === 'bigint') {
    if (value < 0n || value >= 2n ** 64n) throw new Error(`${name} is ${value}`);
  } else if (Array.isArray(value)) for (const one of value) checkValue(name, one);
  else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) checkValue(key, one);
  else if (value === undefined) throw new Error(`${name} is undefined`);
}

function checkError(error: DecodeError, length: number): void {
  const wrongCount = 'receivedBytes' in error && error.neededBytes <= error.receivedBytes;
  const inRange = error.name === 'out-of-range' && error.value >= error.min && error.value <= error.max;
  if (wrongCount || inRange) throw new Error(`wrong error for ${length} bytes: ${JSON.stringify(error)}`);
}
