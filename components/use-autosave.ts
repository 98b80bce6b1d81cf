import { useEffect, useRef } from 'preact/hooks';
import { clock } from '../lib/core/clock';

/** Pause in typing after which the text is saved, ms. */
const PAUSE_MS = 500;

interface Autosave<Value> {
  /** Call after each change: saves when typing pauses. */
  readonly later: (value: Value) => void;
  /** Saves now; does nothing when everything is saved. */
  readonly flush: () => void;
}

/**
 * Saves while the user types: after a pause, when the view is removed, when the tab is hidden. `now` is for a page that is closing: it must
 * hand its write over before it returns.
 */
export function useAutosave<Value>(save: (value: Value) => void, now: (value: Value) => void): Autosave<Value> {
  const pending = useRef<{ readonly value: Value; readonly typing: AbortController } | null>(null);
  const writers = useRef({ save, now });
  writers.current = { save, now };

  const take = (write: (value: Value) => void) => {
    const last = pending.current;
    if (last === null) return;
    pending.current = null;
    last.typing.abort();
    write(last.value);
  };
  const flush = () => take(writers.current.save);
  const later = (value: Value) => {
    pending.current?.typing.abort();
    const typing = new AbortController();
    pending.current = { value, typing };
    clock.wait(PAUSE_MS, typing.signal).then(flush, () => {
      // More was typed, or it was saved another way: nothing is left to do.
    });
  };

  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && flush();
    const gone = () => take(writers.current.now);
    document.addEventListener('visibilitychange', hidden);
    addEventListener('pagehide', gone);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', gone);
      flush();
    };
  }, []);
  return { later, flush };
}
