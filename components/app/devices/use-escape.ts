import { useEffect } from 'preact/hooks';

/** Escape stops what moves, wherever the focus is, while `active`; before anything else that the key may do. */
export function useEscape(active: boolean, stop: () => void): void {
  useEffect(() => {
    if (!active) return;
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') stop();
    };
    addEventListener('keydown', pressed, { capture: true });
    return () => removeEventListener('keydown', pressed, { capture: true });
  });
}
