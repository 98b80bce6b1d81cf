import { describe, expect, it } from 'vitest';
import { decodeTemperature, environmentalSensingUuids } from '../../../lib/bluetooth/services/environmental-sensing';
import { decodeTemperatureMeasurement, healthThermometerUuids } from '../../../lib/bluetooth/services/health-thermometer';
import { decodeWeightMeasurement, weightScaleUuids } from '../../../lib/bluetooth/services/weight-scale';
import { simulatedScale } from '../../../lib/simulated/scale';
import { simulatedThermometer, type ThermometerOptions } from '../../../lib/simulated/thermometer';
import { play } from './run';

const toView = (bytes: Uint8Array) => new DataView(Uint8Array.from(bytes).buffer);

describe('a thermometer in a bath', () => {
  const readings = (options: ThermometerOptions) =>
    play(simulatedThermometer(options), 3_600_000).map(({ characteristic, bytes }) => {
      expect(characteristic).toBe(healthThermometerUuids.measurement);
      const result = decodeTemperatureMeasurement(toView(bytes));
      return result.ok ? result.value.temperatureC : Number.NaN;
    });

  it('drifts towards the room', () => {
    const cold = readings({ bathC: 10, roomC: 20, halfLifeMin: 60 });
    expect(cold).toHaveLength(1800);
    expect(cold[0]).toBeCloseTo(10, 0);
    expect(cold.at(-1)).toBeCloseTo(15, 0);
    const hot = readings({ bathC: 40, roomC: 20, halfLifeMin: 30, unit: 'fahrenheit' });
    expect(hot.at(-1)).toBeCloseTo(25, 0);
  });

  it('with the other service can be read too', () => {
    const model = simulatedThermometer({ service: 'environmental-sensing', bathC: 12 });
    model.connected(0);
    const reply = model.read(environmentalSensingUuids.temperature, 0);
    expect(reply.ok && decodeTemperature(toView(reply.bytes))).toEqual({ ok: true, value: 12 });
    expect(model.advance(10_000)).toHaveLength(5);
    expect(model.write(environmentalSensingUuids.temperature, Uint8Array.of(1), 0)).toEqual({ ok: false, fault: 'not-permitted' });
    model.disconnected(10_000);
    expect([model.nextAtMs(), model.advance(20_000)]).toEqual([null, []]);
  });

  it('is the same for the same seed', () => expect(readings({ seed: 2 })).toEqual(readings({ seed: 2 })));
});

describe('a scale', () => {
  it('reports each weighing once, and only to a link', () => {
    const scale = simulatedScale({
      weighings: [
        { atMs: 5000, weightKg: 72.4 },
        { atMs: 20_000, weightKg: 72.405 },
        { atMs: 40_000, weightKg: 72.5 },
      ],
      user: 1,
    });
    scale.connected(0);
    expect(scale.nextAtMs()).toBe(5000);
    const [packet] = scale.advance(10_000);
    expect(packet?.characteristic).toBe(weightScaleUuids.measurement);
    expect(decodeWeightMeasurement(toView(packet?.bytes ?? new Uint8Array()))).toMatchObject({
      ok: true,
      value: { weightKg: 72.4, user: 1 },
    });
    scale.disconnected(10_000);
    expect([scale.nextAtMs(), scale.advance(25_000)]).toEqual([null, []]);
    scale.connected(30_000);
    expect(scale.advance(60_000)).toHaveLength(1);
    expect(scale.nextAtMs()).toBeNull();
  });

  it('can show pounds', () => {
    const [packet] = play(simulatedScale({ unit: 'lb' }));
    const result = decodeWeightMeasurement(toView(packet?.bytes ?? new Uint8Array()));
    expect(result).toMatchObject({ ok: true, value: { unit: 'lb', weightKg: expect.closeTo(72.4, 2) } });
  });
});
