import { encodeWeightMeasurement, type WeightMeasurement, weightScaleUuids } from '../bluetooth/services/weight-scale';
import { deviceInformationPart } from './device-information-part';
import type { PeripheralModel } from './model';
import { allows, type ModelPart, peripheral, refused } from './peripheral';

export interface ScaleOptions {
  readonly name?: string;
  readonly address?: string;
  /** When somebody has stood still on it, ms after the first connection, and what it then shows. Ordered by time. */
  readonly weighings?: readonly { readonly atMs: number; readonly weightKg: number }[];
  /** Default `kg`. */
  readonly unit?: WeightMeasurement['unit'];
  /** Which of the scale's users it is; default none. */
  readonly user?: number | null;
}

/** A bathroom scale: one indication per weighing. Weighings without a connection are lost. */
export function simulatedScale(options: ScaleOptions = {}): PeripheralModel {
  const { weighings = [{ atMs: 5000, weightKg: 72.4 }], unit = 'kg', user = null } = options;
  let startMs: number | null = null;
  let linked = false;
  let done = 0;
  const nextMs = () => {
    const next = weighings[done];
    return startMs === null || next === undefined ? null : startMs + next.atMs;
  };
  const take = (toMs: number) => {
    const packets = [];
    for (let atMs = nextMs(); atMs !== null && atMs <= toMs; atMs = nextMs()) {
      const weightKg = weighings[done++]?.weightKg ?? 0;
      const bytes = encodeWeightMeasurement({ weightKg, unit, deviceTime: null, user, bmi: null, heightM: null });
      packets.push({ characteristic: weightScaleUuids.measurement, bytes, atMs });
    }
    return packets;
  };

  const part: ModelPart = {
    service: {
      uuid: weightScaleUuids.service,
      characteristics: [{ uuid: weightScaleUuids.measurement, properties: allows('indicate') }],
    },
    connected(atMs) {
      startMs ??= atMs;
      take(atMs);
      linked = true;
    },
    disconnected() {
      linked = false;
    },
    read: () => refused('not-permitted'),
    write: () => refused('not-permitted'),
    nextAtMs: () => (linked ? nextMs() : null),
    advance: (toMs) => (linked ? take(toMs) : []),
  };
  return peripheral(
    { address: options.address ?? '5E:B0:00:00:00:07', name: options.name ?? 'Simulated scale', advertised: [weightScaleUuids.service] },
    [part, deviceInformationPart({ manufacturer: 'Rebound', model: 'Simulated scale', firmware: '1.0.0' })],
  );
}
