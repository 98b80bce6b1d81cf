import { browser } from 'wxt/browser';
import { type Mark, readMark } from './mark';

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
  put: (mark) => browser.storage.local.set({ [PREFIX + mark.id]: mark }),
  remove: (id) => browser.storage.local.remove(PREFIX + id),
};

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
