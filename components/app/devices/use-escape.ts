import { useLayoutEffect } from 'preact/hooks';

/** Everything in this page that Escape stops. */
const stops = new Set<() => unknown>();

/**
 * Escape stops what moves, wherever the focus is, before any other effect of the key. Every stop of the page is called, so that none hides
 * another. Nothing else hears the key when one returns true. Returns a function that removes the stop.
 */
export function onEscape(stop: () => unknown): () => void {
  // Registered with its own object, because the same function may be given twice.
  const own = () => stop();
  stops.add(own);
  addEventListener('keydown', pressed, { capture: true });
  return () => {
    stops.delete(own);
    if (stops.size === 0) removeEventListener('keydown', pressed, { capture: true });
  };
}

function pressed(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  const used = [...stops].map(attempt).includes(true);
  if (!used) return;
  // Without its default action an open dialog stays open.
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** One that fails must not keep the others from stopping. */
function attempt(stop: () => unknown): boolean {
  try {
    return stop() === true;
  } catch (error) {
    console.error('stop', error);
    return false;
  }
}

/** The same while `active`. */
export function useEscape(active: boolean, stop: () => unknown): void {
  useLayoutEffect(() => (active ? onEscape(stop) : undefined));
}
