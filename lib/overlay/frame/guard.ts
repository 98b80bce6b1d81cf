/**
 * Whether the user can have seen what they pressed. A page may draw over the card, clip it or make it transparent, so that a click that was
 * meant for something else lands on Done; the browser's visibility (IntersectionObserver v2) accounts for all of that. Keeps for each watched
 * element since when it has been seen whole. The caller marks elements with `watch` and asks `sees` in the event.
 */

import { untilDrawn } from '../drawn';

/** So long must an element have been seen before a press on it counts, ms. */
const SEEN_FOR_MS = 300;
/** The browser makes no two reports in less time than its delay; this is a little more. ms */
const REPORT_MS = 150;
/** The shortest delay that the browser allows. */
const DELAY_MS = 100;
/** An element counts as whole with a fraction of a pixel cut off. */
const FULLY = 0.98;

export interface Guard {
  /** A ref for the element that must be seen: what the press is about, with its words. */
  readonly watch: (element: Element | null) => void;
  /** Of the watched element around this one. Null where the browser cannot tell. */
  sees(element: Element): boolean | null;
  /**
   * Whether an element that was seen at the time of a press still is, a moment later, and was all the while: the browser reports some time
   * after the page has changed, more on a busy machine.
   */
  stillSees(element: Element): Promise<boolean>;
}

type Entry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/** Whether this browser can tell what is drawn over a frame. */
function canTell(): boolean {
  return typeof IntersectionObserverEntry !== 'undefined' && 'isVisible' in IntersectionObserverEntry.prototype;
}

function isFullySeen({ isVisible, intersectionRatio }: Entry): boolean {
  return isVisible === true && intersectionRatio >= FULLY;
}

/** Resolves when the browser has drawn, and has reported what it saw by then. */
async function afterReport(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, REPORT_MS));
  // On a busy machine, not the time but the pictures say how far the browser is.
  await untilDrawn();
}

export function createGuard(now: () => number = () => performance.now()): Guard {
  if (!canTell()) return { watch: () => {}, sees: () => null, stillSees: async () => false };
  const seenSince = new WeakMap<Element, number>();
  const watched = new WeakSet<Element>();
  const options = { threshold: [0, 0.5, FULLY, 1], trackVisibility: true, delay: DELAY_MS };
  const observer = new IntersectionObserver((entries: readonly Entry[]) => {
    for (const entry of entries) {
      if (!isFullySeen(entry)) seenSince.delete(entry.target);
      else if (!seenSince.has(entry.target)) seenSince.set(entry.target, now());
    }
  }, options);
  const watchedAround = (element: Element): Element | null => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) if (watched.has(at)) return at;
    return null;
  };
  const readSince = (at: Element | null) => (at === null ? undefined : seenSince.get(at));
  return {
    watch(element) {
      if (element === null || watched.has(element)) return;
      watched.add(element);
      observer.observe(element);
    },
    sees(element) {
      const since = readSince(watchedAround(element));
      return since !== undefined && now() - since >= SEEN_FOR_MS;
    },
    async stillSees(element) {
      const at = watchedAround(element);
      const since = readSince(at);
      if (at === null || since === undefined) return false;
      await afterReport();
      return readSince(at) === since;
    },
  };
}
