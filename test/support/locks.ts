import { vi } from 'vitest';

interface Held {
  readonly name: string;
}
interface Waiting {
  readonly name: string;
  readonly grant: () => void;
}

/** `navigator.locks` for exclusive locks, as in browsers: one holder per name, the others wait in order. Node has none. */
export function fakeLocks() {
  const held = new Set<Held>();
  let waiting: Waiting[] = [];
  const free = (name: string) => ![...held].some((lock) => lock.name === name);

  async function hold<T>(name: string, callback: (lock: Held | null) => T | Promise<T>): Promise<T> {
    const lock = { name };
    held.add(lock);
    try {
      return await callback(lock);
    } finally {
      held.delete(lock);
      const next = waiting.find((other) => other.name === name);
      waiting = waiting.filter((other) => other !== next);
      next?.grant();
    }
  }

  async function request<T>(name: string, options: LockOptions, callback: (lock: Held | null) => T | Promise<T>): Promise<T> {
    const { ifAvailable = false, signal } = options;
    signal?.throwIfAborted();
    if (free(name)) return hold(name, callback);
    if (ifAvailable) return callback(null);
    await new Promise<void>((resolve, reject) => {
      const entry = { name, grant: resolve };
      waiting.push(entry);
      signal?.addEventListener('abort', () => {
        waiting = waiting.filter((other) => other !== entry);
        reject(signal.reason);
      });
    });
    return hold(name, callback);
  }

  return {
    request,
    query: async () => ({ held: [...held].map(({ name }) => ({ name })), pending: waiting.map(({ name }) => ({ name })) }),
    /** The tab that holds this lock dies. */
    async release(name: string) {
      for (const lock of held) if (lock.name === name) held.delete(lock);
      const next = waiting.find((other) => other.name === name);
      waiting = waiting.filter((other) => other !== next);
      next?.grant();
    },
  };
}

/** Installs fake locks in `navigator`; `vi.unstubAllGlobals()` removes them. */
export function stubLocks(): ReturnType<typeof fakeLocks> {
  const locks = fakeLocks();
  vi.stubGlobal('navigator', { locks });
  return locks;
}
