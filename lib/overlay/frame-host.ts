import { browser } from 'wxt/browser';
import type { Place } from '../sites/site';
import type { Scheme } from './wire';

/** The card's element in the page, with the frame of our own origin. */
export interface FrameHost {
  readonly element: HTMLElement;
  setHeight(px: number): void;
  setScheme(scheme: Scheme): void;
  /** Whether the card floats in the corner of the window. It stays where it is in the document: moving a frame would load it again. */
  setCorner(corner: boolean): void;
  remove(): void;
}

/** A taller card is not one. CSS px. */
const TALLEST_PX = 6000;

/** `!important` inside the shadow root wins over every style of the page, important or not. */
const STYLE = `
:host{all:initial!important;display:block!important}
:host(.there){margin:16px 0!important}
:host(.there.corner){position:fixed!important;inset:auto 16px 16px auto!important;width:min(400px,calc(100vw - 32px))!important;
margin:0!important;border-radius:14px!important;box-shadow:0 8px 32px rgb(0 0 0/.24)!important;z-index:2147483646!important}
iframe{all:initial;display:block;width:100%;height:0;border:0}
:host(.corner) iframe{max-height:calc(100vh - 32px);border-radius:14px}`;

/**
 * Places a frame of our own origin, in a closed shadow root on a plain `div`: the page's scripts can neither list nor reach the frame, and
 * the frame's process is not the page's. Its address is known to this script alone.
 * @param fragment what the frame has to know at its start
 */
export function placeFrame(place: Place, fragment: string): FrameHost {
  const element = document.createElement('div');
  element.dataset.reboundCard = '';
  const shadow = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  const frame = document.createElement('iframe');
  frame.title = 'Rebound';
  frame.allow = 'clipboard-write';
  frame.referrerPolicy = 'no-referrer';
  // The path is not among those that wxt knows from a build of the script alone.
  frame.src = `${(browser.runtime.getURL as (path: string) => string)('/card.html')}#${fragment}`;
  shadow.append(style, frame);
  insert(element, place);
  return {
    element,
    setHeight(px) {
      element.classList.toggle('there', px > 0);
      frame.style.height = `${Math.min(TALLEST_PX, Math.max(0, Math.ceil(px)))}px`;
    },
    setScheme(scheme) {
      // A frame of another scheme than its element gets an opaque background.
      frame.style.colorScheme = scheme;
    },
    setCorner(corner) {
      element.classList.toggle('corner', corner);
      float(element, corner);
    },
    remove: () => element.remove(),
  };
}

/** The browser's top layer does not depend on the styles of the elements around. */
function float(element: HTMLElement, corner: boolean): void {
  if (!('popover' in element)) return;
  if (!corner) element.removeAttribute('popover');
  else if (element.getAttribute('popover') === null) {
    element.setAttribute('popover', 'manual');
    if (element.isConnected) element.showPopover();
  }
}

function insert(element: HTMLElement, place: Place): void {
  if (place.append === 'before') place.anchor.before(element);
  else if (place.append === 'after') place.anchor.after(element);
  else if (place.append === 'first') place.anchor.prepend(element);
  else place.anchor.append(element);
}
