import { browser } from 'wxt/browser';
import { type Mark, readMark, toStored } from './mark';

/**
 * Where marks are kept: the browser's own storage, one key a device. Not the database: a blocked database or a damaged row must not hide
 * a device that runs.
 */
export interface MarkStore {
  read(): Promise<readonly Mark[]>;
  put(mark: Mark): Promise<void>;
  remove(id: string): Promise<void>;
}

const PREFIX = 'running:';

export const browserMarks: MarkStore = {
  async read() {
    const all = await browser.storage.local.get(null);
    return Object.entries(all)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, stored]) => readMark(key.slice(PREFIX.length), stored));
  },
  async put(mark) {
    const { reach, ...open } = mark;
    const kept = reach !== undefined && (await closeToPages()) ? mark : open;
    await browser.storage.local.set({ [PREFIX + mark.id]: toStored(kept) });
  },
  async remove(id) {
    // After every `put` that was begun before.
    await closeToPages();
    await browser.storage.local.remove(PREFIX + id);
  },
};

/** The marked devices, without what a stop needs: for surfaces that only show them. */
export async function listMarks(): Promise<readonly Mark[]> {
  return (await browserMarks.read()).map(({ reach: _, ...open }) => open);
}

let closing: Promise<boolean> | null = null;

/** Whether scripts in pages cannot read this storage. What a stop needs is kept nowhere else; without it the mark itself still is. */
function closeToPages(): Promise<boolean> {
  closing ??= close();
  return closing;
}

async function close(): Promise<boolean> {
  const { local } = browser.storage;
  // Firefox has no such setting, and no Web Bluetooth either.
  if (local.setAccessLevel === undefined) return false;
  try {
    await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    return true;
  } catch (error) {
    console.error('access to the storage', error);
    return false;
  }
}

/** Calls `changed` after each change of a mark, from whichever surface. Returns what ends it. */
export function watchMarks(changed: () => void): () => void {
  const heard = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) changed();
  };
  browser.storage.local.onChanged.addListener(heard);
  return () => browser.storage.local.onChanged.removeListener(heard);
}

/** Marks in memory, for what must leave no trace. */
export function memoryMarks(): MarkStore {
  const marks = new Map<string, Mark>();
  return {
    read: async () => [...marks.values()],
    put: async (mark) => void marks.set(mark.id, mark),
    remove: async (id) => void marks.delete(id),
  };
}
