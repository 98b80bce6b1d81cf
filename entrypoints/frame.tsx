import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import '../components/surface';
import { CardFrame } from '../components/card/CardFrame';
import { language } from '../lib/i18n';
import { readDirection } from '../lib/i18n/direction';
import { type CardStore, cardStore } from '../lib/overlay/frame/card-store';
import { connectToPage } from '../lib/overlay/frame/page-link';
import { cardPrefs } from '../lib/overlay/frame/prefs';
import type { Scheme } from '../lib/overlay/wire';
import { parseHello } from '../lib/overlay/wire-schema';

function setScheme(scheme: Scheme): void {
  const { classList } = document.documentElement;
  // A class, because the build replaces `light-dark()` for older browsers by rules that depend on it.
  classList.toggle('dark', scheme === 'dark');
  classList.toggle('light', scheme === 'light');
}

/** The card's frame in a page of a training site. Shows nothing unless the script that placed it answers. */
async function main(): Promise<void> {
  const hello = parseHello(location.hash);
  const root = document.getElementById('root');
  if (hello === null || root === null) return;
  // The browser gives the address of a sender with each message.
  history.replaceState(null, '', location.pathname);
  document.documentElement.lang = language();
  document.documentElement.dir = readDirection();
  setScheme(hello.scheme);
  const escapes = new EventTarget();
  let store: CardStore | null = null;
  const [link, prefs] = await Promise.all([
    connectToPage(hello.token, (message) => {
      if (message.kind === 'scheme') setScheme(message.scheme);
      else if (message.kind === 'escape') escapes.dispatchEvent(new Event('escape'));
      else store?.hear(message);
    }),
    cardPrefs(),
  ]);
  if (link === null) return;
  if (prefs.hiddenSites.includes(hello.where) || prefs.hiddenPages.includes(hello.pageKey)) {
    link.say({ kind: 'hide' });
    return;
  }
  new ResizeObserver(() => link.say({ kind: 'height', px: root.getBoundingClientRect().height })).observe(root);
  const draw = () => {
    // A new object with each state: a view whose properties are the same is not drawn again.
    if (store !== null) render(<CardFrame store={{ ...store }} hello={hello} link={link} escapes={escapes} />, root);
  };
  store = cardStore(hello, prefs, link, draw);
  draw();
}

/** One file with everything, and not a part of the other pages' build: each further file would delay the card by some milliseconds. */
export default defineUnlistedScript(() => void main());
