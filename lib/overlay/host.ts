import { browser } from 'wxt/browser';
import type { Place } from '../sites/site';
import { followScheme } from './page-scheme';

/** Where the card stands in the page, closed to it. */
export interface Host {
  readonly element: HTMLElement;
  /** What to render into. */
  readonly root: HTMLElement;
  remove(): void;
}

/** Page shortcuts must not run, nor see, what is pressed in the card. */
const KEPT_IN = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'paste', 'copy'] as const;

/**
 * The inner rules are important, and so win over the page's own, important or not: nothing of it reaches the card, not even by inheritance.
 */
const SHELL = ':host{all:initial!important;display:block!important}';

/**
 * Puts a closed shadow root into the page. On a plain `div`, because a page can define a custom element of any name, and the internals of one
 * show its own class even a closed root.
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
    // By a class: the build writes `light-dark()` out for older browsers, by the rules that there are.
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
