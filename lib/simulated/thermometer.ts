import { encodeTemperature, environmentalSensingUuids } from '../bluetooth/services/environmental-sensing';
import {
  encodeTemperatureMeasurement,
  healthThermometerUuids,
  type TemperatureMeasurement,
} from '../bluetooth/services/health-thermometer';
import { MINUTE_MS } from '../core/time';
import { deviceInformationPart } from './device-information-part';
import type { PeripheralModel } from './model';
import { allows, answered, type ModelPart, peripheral, refused } from './peripheral';
import { prng } from './prng';

export interface ThermometerOptions {
  readonly name?: string;
  readonly address?: string;
  /** Which service it has. Default `health-thermometer`. */
  readonly service?: 'health-thermometer' | 'environmental-sensing';
  /** Water temperature at the first connection, °C; default 11. */
  readonly bathC?: number;
  /** Room temperature, °C; default 21. */
  readonly roomC?: number;
  /** Half-life of the difference between water and room, min; default 60. */
  readonly halfLifeMin?: number;
  /** SD of a reading, °C; default 0.05. */
  readonly noiseC?: number;
  readonly seed?: number;
  /** Default 2000. */
  readonly everyMs?: number;
  /** The unit that a health thermometer sends; default `celsius`. */
  readonly unit?: TemperatureMeasurement['unit'];
}

/** A thermometer in a bath that drifts towards the room. Deterministic: same options and calls, same packets. */
export function simulatedThermometer(options: ThermometerOptions = {}): PeripheralModel {
  const { service = 'health-thermometer', bathC = 11, roomC = 21, halfLifeMin = 60, noiseC = 0.05, everyMs = 2000 } = options;
  const random = prng(options.seed ?? 1, 50);
  let startMs: number | null = null;
  let nextMs: number | null = null;
  const temperatureC = (atMs: number) => roomC + (bathC - roomC) * 0.5 ** ((atMs - (startMs ?? atMs)) / (halfLifeMin * MINUTE_MS));
  const health = service === 'health-thermometer';
  const encode = (temperature: number) =>
    health
      ? encodeTemperatureMeasurement({ temperatureC: temperature, unit: options.unit ?? 'celsius', deviceTime: null, site: null })
      : encodeTemperature(temperature);
  const uuid = health ? healthThermometerUuids.measurement : environmentalSensingUuids.temperature;
  const serviceUuid = health ? healthThermometerUuids.service : environmentalSensingUuids.service;

  const part: ModelPart = {
    service: { uuid: serviceUuid, characteristics: [{ uuid, properties: health ? allows('indicate') : allows('read', 'notify') }] },
    connected(atMs) {
      startMs ??= atMs;
      nextMs = atMs + everyMs;
    },
    disconnected() {
      nextMs = null;
    },
    read: (_, atMs) => answered(encode(temperatureC(atMs))),
    write: () => refused('not-permitted'),
    nextAtMs: () => nextMs,
    advance(toMs) {
      const packets = [];
      while (nextMs !== null && nextMs <= toMs) {
        packets.push({ characteristic: uuid, bytes: encode(temperatureC(nextMs) + noiseC * random.normal()), atMs: nextMs });
        nextMs += everyMs;
      }
      return packets;
    },
  };
  return peripheral(
    { address: options.address ?? '5E:B0:00:00:00:06', name: options.name ?? 'Simulated thermometer', advertised: [serviceUuid] },
    [part, deviceInformationPart({ manufacturer: 'Rebound', model: 'Simulated thermometer', firmware: '1.0.0' })],
  );
}
