import { useLayoutEffect } from 'preact/hooks';

/** Escape stops what moves, wherever the focus is; before anything else that the key may do. Returns what ends the listening. */
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
