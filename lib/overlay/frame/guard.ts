/**
 * Whether the user can have seen what they pressed. A page may draw over the card, clip it or make it transparent, so that a click that was
 * meant for something else lands on Done; the browser's visibility (IntersectionObserver v2) accounts for all of that. Keeps for each watched
 * element since when it has been seen whole. The caller marks elements with `watch` and asks `sees` in the event.
 */

/** So long must an element have been seen before a press on it counts, ms. */
const SEEN_FOR_MS = 300;
/** The shortest delay that the browser allows. */
const DELAY_MS = 100;
/** An element counts as whole with a fraction of a pixel cut off. */
const FULLY = 0.98;

export interface Guard {
  /** A ref for the element that must be seen: what the press is about, with its words. */
  readonly watch: (element: Element | null) => void;
  /** Of the watched element around this one. Null where the browser cannot tell. */
  sees(element: Element): boolean | null;
}

type Entry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/** Whether this browser can tell what is drawn over a frame. */
function canTell(): boolean {
  return typeof IntersectionObserverEntry !== 'undefined' && 'isVisible' in IntersectionObserverEntry.prototype;
}

export function createGuard(now: () => number = () => performance.now()): Guard {
  if (!canTell()) return { watch: () => {}, sees: () => null };
  const seenSince = new WeakMap<Element, number>();
  const watched = new WeakSet<Element>();
  const options = { threshold: [0, 0.5, FULLY, 1], trackVisibility: true, delay: DELAY_MS };
  const observer = new IntersectionObserver((entries: readonly Entry[]) => {
    for (const { target, isVisible, intersectionRatio } of entries) {
      if (isVisible !== true || intersectionRatio < FULLY) seenSince.delete(target);
      else if (!seenSince.has(target)) seenSince.set(target, now());
    }
  }, options);
  return {
    watch(element) {
      if (element === null || watched.has(element)) return;
      watched.add(element);
      observer.observe(element);
    },
    sees(element) {
      let at: Element | null = element;
      while (at !== null && !watched.has(at)) at = at.parentElement;
      const since = at === null ? undefined : seenSince.get(at);
      return since !== undefined && now() - since >= SEEN_FOR_MS;
    },
  };
}
