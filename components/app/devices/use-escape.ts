import { useLayoutEffect } from 'preact/hooks';

/**
 * Escape stops what moves, wherever the focus is, before any other effect of the key. Nothing else hears the key when `stop` returns true.
 * Returns a function that removes the listener.
 */
export function onEscape(stop: () => unknown): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || stop() !== true) return;
    // Without its default action an open dialog stays open.
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', pressed, { capture: true });
  return () => removeEventListener('keydown', pressed, { capture: true });
}

/** The same while `active`. */
export function useEscape(active: boolean, stop: () => unknown): void {
  useLayoutEffect(() => (active ? onEscape(stop) : undefined));
}
