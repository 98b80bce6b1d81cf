import { useLayoutEffect } from 'preact/hooks';

/** Escape stops what moves, wherever the focus is, before any other effect of the key. Returns a function that removes the listener. */
export function onEscape(stop: () => void): () => void {
  const pressed = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') stop();
  };
  addEventListener('keydown', pressed, { capture: true });
  return () => removeEventListener('keydown', pressed, { capture: true });
}

/** The same while `active`. */
export function useEscape(active: boolean, stop: () => void): void {
  useLayoutEffect(() => (active ? onEscape(stop) : undefined));
}
