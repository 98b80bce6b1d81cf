/**
 * Whether a page masks the card away. The browser's own visibility (IntersectionObserver v2) accounts for whatever else a page can do to
 * what is drawn, but not for `mask` of an element around it. Looks only while the user attends to the card, because each look may make the
 * browser compute styles. Keeps when it last saw a mask.
 */

import { untilDrawn } from './drawn';

const LOOK_MS = 100;
/** A mask that was there within this time counts: what the user saw while they aimed was not the card. ms */
const RECENT_MS = 400;

export interface Masks {
  attend(attended: boolean): void;
  /**
   * Whether there is a mask now, or was one a moment ago. Resolves once the page has been drawn as it is now: only then does the browser know
   * what covers the card, and report it to the frame.
   */
  onceDrawn(): Promise<boolean>;
}

/** @param signal ends the looking */
export function watchMasks(card: Element, signal: AbortSignal): Masks {
  let maskedMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = () => {
    if (isMasked(card)) maskedMs = performance.now();
  };
  signal.addEventListener('abort', () => clearInterval(timer));
  return {
    attend(attended) {
      clearInterval(timer);
      if (!attended || signal.aborted) return;
      look();
      timer = setInterval(look, LOOK_MS);
    },
    async onceDrawn() {
      look();
      await untilDrawn();
      look();
      return performance.now() - maskedMs < RECENT_MS;
    },
  };
}

function isMasked(card: Element): boolean {
  for (let element: Element | null = card; element !== null; element = above(element)) {
    const { maskImage, webkitMaskBoxImageSource } = getComputedStyle(element) as CSSStyleDeclaration & {
      webkitMaskBoxImageSource?: string;
    };
    if ([maskImage, webkitMaskBoxImageSource].some((image) => image !== undefined && image !== '' && image !== 'none')) return true;
  }
  return false;
}

/** The parent in what is drawn: a slot, or the host of a shadow root. */
function above(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
