import * as v from 'valibot';
import { isLinked } from './live-device';
import { QUANTITIES } from './reading';
import type { DeviceRegistry } from './registry';
import { deviceState } from './schema';
import { snapshot } from './snapshot';

/** A device with what it says now: for pages of ours only. */
const detailedState = v.object({
  ...deviceState.entries,
  readings: v.array(v.object({ quantity: v.picklist(QUANTITIES), value: v.number() })),
});
export type DetailedState = v.InferOutput<typeof detailedState>;

export const deviceStates = snapshot('devices', v.array(detailedState));

/** The devices that are linked now. Reads signals. */
export function statesOf(registry: DeviceRegistry): DetailedState[] {
  return registry.live.value
    .filter(({ state }) => isLinked(state))
    .map((device) => ({
      id: device.id,
      name: registry.nameOf(device),
      kind: device.kind,
      state: device.state,
      batteryPct: device.batteryPct,
      stops: device.stops,
      readings: [...device.readings],
    }));
}
