import { browser } from 'wxt/browser';

/** The writing direction of the user's language. */
export function readDirection(): 'ltr' | 'rtl' {
  return browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
