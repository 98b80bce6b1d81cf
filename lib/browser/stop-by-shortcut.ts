import type { CommandOutcome } from '../devices/remote/schema';

/** After these, nothing is left to say. */
const ARRIVED: ReadonlySet<CommandOutcome> = new Set(['accepted', 'stopping'] as const);

/** Stops everything. Nothing of ours may be on screen that could say how it went, so `open` shows the app unless the stop arrived. */
export async function stopByShortcut(stopAll: () => Promise<CommandOutcome>, open: () => Promise<unknown>): Promise<void> {
  const outcome = await stopAll().catch((error: unknown) => {
    console.error('shortcut', error);
    return 'failed' as const;
  });
  if (!ARRIVED.has(outcome)) await open();
}
