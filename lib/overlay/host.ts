import { browser } from 'wxt/browser';
import type { Place } from '../sites/site';
import { followScheme } from './page-scheme';

/** The card's element in the page, closed to the page. */
export interface Host {
  readonly element: HTMLElement;
  /** The element to render into. */
  readonly root: HTMLElement;
  remove(): void;
}

/** The page's shortcuts must neither run on nor see what is typed in the card. */
const KEPT_IN = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'paste', 'copy'] as const;

/**
 * Rules inside are `!important`, so they win over the page's own, important or not: no style of the page reaches the card, not even by
 * inheritance.
 */
const SHELL = ':host{all:initial!important;display:block!important}';

/**
 * Puts a closed shadow root into the page, on a plain `div`: a page can define a custom element of any name, and the element internals give
 * its own class access even to a closed root.
 * @param place null: the corner of the window
 */
export function standAt(place: Place | null, css: string): Host {
  const element = document.createElement('div');
  element.dataset.reboundCard = '';
  const shadow = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = SHELL + css;
  const root = document.createElement('div');
  root.className = place === null ? 'card-root surface corner' : 'card-root surface';
  root.lang = browser.i18n.getUILanguage();
  root.dir = browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
  shadow.append(style, root);
  for (const type of KEPT_IN) shadow.addEventListener(type, (event) => event.stopPropagation());
  insert(element, place);
  const unfollow = followScheme(place?.anchor ?? document.body, (scheme) => {
    // Uses a class, because the build replaces `light-dark()` for older browsers by rules that depend on it.
    root.classList.toggle('dark', scheme === 'dark');
    root.classList.toggle('light', scheme === 'light');
  });
  return {
    element,
    root,
    remove() {
      unfollow();
      element.remove();
    },
  };
}

function insert(element: HTMLElement, place: Place | null): void {
  if (place === null) document.body.append(element);
  else if (place.append === 'before') place.anchor.before(element);
  else if (place.append === 'after') place.anchor.after(element);
  else if (place.append === 'first') place.anchor.prepend(element);
  else place.anchor.append(element);
}
