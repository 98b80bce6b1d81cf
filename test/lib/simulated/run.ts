import { decodeHeartRateMeasurement, type HeartRateMeasurement, heartRateUuids } from '../../../lib/bluetooth/services/heart-rate';
import type { ModelPacket, PeripheralModel } from '../../../lib/simulated/model';

/** Runs a model from `fromMs`, always connected, as its caller should: wait, advance, until it ends or `toMs`. */
export function play(model: PeripheralModel, toMs = Number.POSITIVE_INFINITY, fromMs = 0): ModelPacket[] {
  model.connected(fromMs);
  const packets: ModelPacket[] = [];
  for (let atMs = model.nextAtMs(); atMs !== null && atMs <= toMs; atMs = model.nextAtMs()) packets.push(...model.advance(atMs));
  return packets;
}

/** The heart-rate packets among them, decoded. */
export function measurements(packets: readonly ModelPacket[]): (HeartRateMeasurement & { readonly atMs: number })[] {
  return packets
    .filter((packet) => packet.characteristic === heartRateUuids.measurement)
    .map(({ bytes, atMs }) => {
      const result = decodeHeartRateMeasurement(new DataView(Uint8Array.from(bytes).buffer));
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return { ...result.value, atMs };
    });
}

export const sentTicks = (packets: readonly ModelPacket[]): number[] => measurements(packets).flatMap(({ rrTicks }) => rrTicks);
