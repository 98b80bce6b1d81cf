import type { Link } from '../../../lib/bluetooth/link';
import { encodeFitnessCommand, type FitnessCommand, fitnessMachineUuids } from '../../../lib/bluetooth/services/fitness-machine';
import { heartRateUuids } from '../../../lib/bluetooth/services/heart-rate';
import { ecgChoice, encodePmdStart, encodePmdStop, polarPmdUuids } from '../../../lib/bluetooth/services/polar-pmd';
import { setUpStrap } from '../../../lib/bluetooth/strap';
import type { DeviceRequest, GattCharacteristic } from '../../../lib/bluetooth/transport';
import { simulatedBike } from '../../../lib/simulated/bike';
import { simulatedCrossTrainer } from '../../../lib/simulated/cross-trainer';
import type { PeripheralModel, RadioOutcome } from '../../../lib/simulated/model';
import { simulatedPolar } from '../../../lib/simulated/polar-strap';
import { type RadioFaultOptions, withRadioFaults } from '../../../lib/simulated/radio-faults';
import { simulatedScale } from '../../../lib/simulated/scale';
import { simulatedStrap } from '../../../lib/simulated/strap';
import { simulatedThermometer } from '../../../lib/simulated/thermometer';
import { simulatedTreadmill } from '../../../lib/simulated/treadmill';
import type { Random } from './random';

export const KINDS = ['strap', 'polar', 'treadmill', 'walking-pad', 'bike', 'cross-trainer', 'thermometer', 'bath', 'scale'] as const;
export type Kind = (typeof KINDS)[number];

function* beats(random: Random) {
  for (;;) yield random.between(500, 1300);
}

export function makeModel(kind: Kind, random: Random, address: string): PeripheralModel {
  switch (kind) {
    case 'strap':
      return simulatedStrap({
        rr: beats(random),
        address,
        energy: { startKj: 0, kjPerHour: 500 },
        battery: { startPct: 50, drainPctPerHour: 600 },
      });
    case 'polar':
      return simulatedPolar({ rr: beats(random), address });
    case 'treadmill':
      return simulatedTreadmill({ address });
    case 'walking-pad':
      return simulatedTreadmill({ address, dialect: 'kingsmith', incline: null });
    case 'bike':
      return simulatedBike({ address });
    case 'cross-trainer':
      return simulatedCrossTrainer({ address });
    case 'thermometer':
      return simulatedThermometer({ address, seed: random.integer(1, 1e6) });
    case 'bath':
      return simulatedThermometer({ address, service: 'environmental-sensing', seed: random.integer(1, 1e6) });
    case 'scale':
      return simulatedScale({ address });
  }
}

export interface SoakDevice {
  readonly model: PeripheralModel;
  /** No more faults from now on. */
  calm(): void;
}

/** A model on an unreliable link that can be made reliable; `met` hears how the radio ends each operation. */
export function inBadAir(plain: PeripheralModel, faults: RadioFaultOptions, met: (end: RadioOutcome['end']) => void): SoakDevice {
  const faulty = withRadioFaults(plain, faults);
  let calm = false;
  const now = () => (calm ? plain : faulty);
  return {
    model: {
      ...faulty,
      read: (uuid, atMs) => now().read(uuid, atMs),
      write: (uuid, bytes, atMs) => now().write(uuid, bytes, atMs),
      endsLinkAtMs: () => now().endsLinkAtMs?.() ?? null,
      radio(operation, atMs) {
        const outcome = faulty.radio?.(operation, atMs);
        if (calm || outcome === undefined) return { delayMs: 10, end: 'done' };
        met(outcome.end);
        return outcome;
      },
    },
    calm() {
      calm = true;
    },
  };
}

export function chooseFaults(random: Random): RadioFaultOptions {
  const worst = random.pick([0, 0.05, 0.3]);
  const chance = () => random.between(0, worst);
  const latencyMs = random.pick([
    { min: 0, max: 0 },
    { min: 10, max: 80 },
    { min: 50, max: 1500 },
  ]);
  const base = {
    seed: random.integer(1, 2 ** 30),
    latencyMs,
    chance: {
      ...{ garbage: chance(), duplicate: chance(), reordered: chance() },
      ...{ 'in-progress': 2 * chance(), fails: chance() / 2, hangs: chance() / 6, 'link-lost': chance() / 4 },
      ...{ 'connect-fails': chance(), 'connect-hangs': chance() / 2, 'connect-lost': chance() },
    },
  };
  return random.chance(0.5) ? base : { ...base, meanLinkMs: random.between(3000, 60_000) };
}

export function requestFor(models: readonly PeripheralModel[]): DeviceRequest {
  const services = models.flatMap(({ advertised }) => advertised);
  return { services, optionalServices: models.flatMap(({ services: own }) => own.map(({ uuid }) => uuid)) };
}

export interface SetUp {
  /** Everything found on the link, to try operations on. */
  readonly found: GattCharacteristic[];
}

/** Sets a link up as the app does or, for services that the app does not know, by subscribing to everything. */
export async function setUp(link: Link, services: readonly string[], heard: () => void): Promise<SetUp> {
  const found: GattCharacteristic[] = [];
  if (services.includes(heartRateUuids.service)) {
    await setUpStrap(link, { measurement: heard, identity: () => {}, battery: heard, reportUnexpected: () => {} });
  }
  for (const uuid of services) {
    const service = await link.service(uuid);
    for (const characteristic of service?.characteristics ?? []) {
      found.push(characteristic);
      const { notify, indicate } = characteristic.properties;
      if ((notify || indicate) && uuid !== heartRateUuids.service) await link.subscribe(characteristic, heard);
    }
  }
  const pmd = found.find(({ uuid }) => uuid === polarPmdUuids.controlPoint);
  if (pmd !== undefined) await link.write(pmd, encodePmdStart('ecg', ecgChoice), true);
  return { found };
}

/** Bytes that a caller could write there, some of them refused. */
export function bytesFor(uuid: string, random: Random): Uint8Array {
  if (uuid === polarPmdUuids.controlPoint) return random.pick([encodePmdStart('ecg', ecgChoice), encodePmdStop('ecg')]);
  if (uuid !== fitnessMachineUuids.controlPoint) return Uint8Array.of(random.integer(0, 2));
  return encodeFitnessCommand(
    random.pick<FitnessCommand>([
      { kind: 'request-control' },
      { kind: 'start' },
      { kind: 'stop' },
      { kind: 'speed', speedKmh: random.integer(1, 12) },
      { kind: 'power', powerW: random.integer(20, 400) },
    ]),
  );
}
