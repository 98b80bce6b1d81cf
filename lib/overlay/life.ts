import { browser } from 'wxt/browser';

/**
 * Lifetime of a content script: until its extension is updated or removed, its permission is revoked, or a newer script of its kind starts.
 * Kept in the world that the extension's scripts share in a page, which the page cannot see.
 */
export interface Life {
  readonly signal: AbortSignal;
  /** Also true once the extension was updated while the page stayed open: no event tells the script. */
  readonly isInvalid: boolean;
  end(): void;
}

const running = globalThis as typeof globalThis & { reboundScripts?: Map<string, () => void> };

/** Starts a lifetime and ends that of an older script of this name in the same page. */
export function scriptLife(name: string): Life {
  const over = new AbortController();
  const end = () => over.abort();
  running.reboundScripts ??= new Map();
  running.reboundScripts.get(name)?.();
  running.reboundScripts.set(name, end);
  return {
    signal: over.signal,
    get isInvalid() {
      // A script that is cut off from its extension has a runtime without an id.
      if (browser.runtime?.id === undefined) end();
      return over.signal.aborted;
    },
    end,
  };
}
