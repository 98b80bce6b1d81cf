import { browser } from 'wxt/browser';

/** How long a content script lives: until its extension was updated or removed, its permission went, or a newer one of its kind came. */
export interface Life {
  readonly signal: AbortSignal;
  /** Also true once the extension was updated under a page that stays open: nothing tells the script so. */
  readonly isInvalid: boolean;
  end(): void;
}

/** Begins a life and ends that of an older script of this kind in the same page. A page can forge the event, and gains no more than an end. */
export function scriptLife(name: string): Life {
  const over = new AbortController();
  const type = `rebound-${browser.runtime.id}-${name}`;
  const end = () => over.abort();
  document.dispatchEvent(new Event(type));
  document.addEventListener(type, end, { signal: over.signal });
  return {
    signal: over.signal,
    get isInvalid() {
      // Cut off from its extension, a script has a runtime without an id.
      if (browser.runtime?.id === undefined) end();
      return over.signal.aborted;
    },
    end,
  };
}
