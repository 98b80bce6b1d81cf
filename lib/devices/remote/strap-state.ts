import * as v from 'valibot';
import { snapshot } from './snapshot';

/** What other surfaces may know about the strap and the running check; see `Snapshot`. */
const strapState = v.object({
  connection: v.picklist(['idle', 'choosing', 'connecting', 'discovering', 'ready', 'lost', 'reconnecting', 'failed', 'closed']),
  name: v.nullable(v.string()),
  batteryPct: v.nullable(v.number()),
  hrBpm: v.nullable(v.number()),
  phase: v.picklist(['waiting', 'settling', 'measuring', 'standing', 'done']),
  recording: v.boolean(),
  demo: v.boolean(),
});
export type StrapState = v.InferOutput<typeof strapState>;

const strap = snapshot('strap', strapState);

export const publishStrapState = (state: StrapState): Promise<void> => strap.publish(state);

/** The current state, and each change; null when no app tab is open. Returns a function that ends the watch. */
export const watchStrapState = (listener: (state: StrapState | null) => void): (() => void) => strap.watch(listener);
