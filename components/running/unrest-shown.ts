import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/**
 * The devices whose card on this page says that they did not stop, by id. The bar is short for them, so that it is said once, large. A card owes
 * `useUnrestShown`.
 */
export const unrestShown = signal<ReadonlySet<string>>(new Set());

/** The card of this device says it as long as `shown`. */
export function useUnrestShown(id: string, shown: boolean): void {
  useLayoutEffect(() => {
    if (!shown) return;
    unrestShown.value = new Set(unrestShown.peek()).add(id);
    return () => {
      unrestShown.value = new Set([...unrestShown.peek()].filter((other) => other !== id));
    };
  }, [id, shown]);
}
