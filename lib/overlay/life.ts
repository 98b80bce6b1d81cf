import { browser } from 'wxt/browser';

/**
 * Lifetime of a content script: until its extension is updated or removed, its permission is revoked, or a newer script of its kind starts.
 */
export interface Life {
  readonly signal: AbortSignal;
  /** Also true once the extension was updated while the page stayed open: no event tells the script. */
  readonly isInvalid: boolean;
  end(): void;
}

/**
 * Starts a lifetime and ends that of an older script of this kind in the same page. A page can forge the event, but can only end the script
 * with it.
 */
export function scriptLife(name: string): Life {
  const over = new AbortController();
  const type = `rebound-${browser.runtime.id}-${name}`;
  const end = () => over.abort();
  document.dispatchEvent(new Event(type));
  document.addEventListener(type, end, { signal: over.signal });
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
