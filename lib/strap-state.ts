import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isOwned } from './check/owner';

/**
 * What other surfaces may know of the strap and the check that is running. The app tab writes it to session storage (memory of the
 * browser, closed to content scripts); popup and side panel read it. A snapshot may outlive its tab, when that crashed: it is believed
 * only while the owner's lock is held.
 */
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

const KEY = 'strap';

export async function publishStrapState(state: StrapState): Promise<void> {
  await browser.storage.session.set({ [KEY]: state });
}

/** The state now, and at each change; null when no app tab is there. Returns what ends the watching. */
export function watchStrapState(listener: (state: StrapState | null) => void): () => void {
  const read = async (value: unknown) => {
    const parsed = v.safeParse(strapState, value);
    listener(parsed.success && (await isOwned()) ? parsed.output : null);
  };
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) void read(changes[KEY]?.newValue);
  };
  browser.storage.session.onChanged.addListener(changed);
  void browser.storage.session.get(KEY).then((all) => read(all[KEY]));
  return () => browser.storage.session.onChanged.removeListener(changed);
}
