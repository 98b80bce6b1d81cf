import * as v from 'valibot';
import { DEVICE_KINDS } from '../storage/types';

/** What surfaces say to one another about devices. Carried by the card on pages: no more than schemas here. */

/** What any surface may know of a device that is connected, or being connected. */
export const deviceState = v.object({
  id: v.string(),
  /** The user's name for it, else its own. */
  name: v.nullable(v.string()),
  kind: v.picklist(DEVICE_KINDS),
  state: v.picklist(['idle', 'choosing', 'connecting', 'discovering', 'ready', 'lost', 'reconnecting', 'failed', 'closed']),
  batteryPct: v.nullable(v.number()),
  /** It moves, and can be told to stop. */
  stops: v.boolean(),
});
export type DeviceState = v.InferOutput<typeof deviceState>;

export const deviceCommand = v.object({
  command: v.picklist(['connect', 'disconnect', 'stop']),
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
});
export type DeviceCommand = v.InferOutput<typeof deviceCommand>;

/**
 * How a command ended. `accepted`: under way, and the device's state tells the rest. `needs-chooser`: only a click in the app tab can find
 * it. `busy`: a check runs on this strap. `failed`: nobody answered, or a stop did not arrive.
 */
export const outcome = v.picklist(['accepted', 'needs-chooser', 'busy', 'unknown-device', 'not-supported', 'failed']);
export type Outcome = v.InferOutput<typeof outcome>;
