import { browser } from 'wxt/browser';
import { isRemoved } from '../browser/site-message';
import { buildReport } from '../sites/report';
import type { Place, TrainingSite } from '../sites/site';
import { followPage, type Shown, type SitePage } from './follow-page';
import { type FrameHost, placeFrame } from './frame-host';
import { listenToFrame } from './frame-port';
import { type Life, scriptLife } from './life';
import { watchMasks } from './masks';
import { followScheme, readPageScheme } from './page-scheme';
import { type PageReader, readPage } from './read-page';
import { learnSportWords } from './sport-words-in-page';
import type { Hello, ToPage } from './wire';

/** A frame that has not started after this time will not: the page's policy forbids it. */
const STARTS_WITHIN_MS = 10_000;

/**
 * A site's content script: it reads the page and places one frame of our own origin, for the card on activity pages or the strip on
 * overviews. It knows nothing of the user: the frame asks and shows everything.
 */
export function siteScript(site: TrainingSite): void {
  const life = scriptLife(site.id);
  const told = (message: unknown) => {
    if (!isRemoved(message, location.href)) return;
    browser.runtime.onMessage.removeListener(told);
    life.end();
  };
  browser.runtime.onMessage.addListener(told);
  // Left by a script of an earlier version, whose frame is gone.
  for (const old of document.querySelectorAll('[data-rebound-card]')) old.remove();
  followPage(life, site, (place, page, hide) => showFrame(life, site, place, page, hide))();
}

/** Places the frame and serves it until it is removed. */
function showFrame(life: Life, site: TrainingSite, place: Place, page: SitePage, hide: () => void): Shown {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, life.signal]);
  const token = crypto.randomUUID();
  let running = false;
  const listens = (message: ToPage): void => {
    if (message.kind === 'sport-words') {
      learnSportWords(message.words);
      reader?.start();
    } else if (message.kind === 'height') host.setHeight(message.px);
    else if (message.kind === 'corner') host.setCorner(message.corner);
    else if (message.kind === 'hide') hide();
    else if (message.kind === 'running') running = message.running;
    else if (message.kind === 'page-data') reader?.takePageData(message.data);
    else if (message.kind === 'ask-site') reader?.askSite(message.what).catch((error: unknown) => console.error(error));
    else if (message.kind === 'attended') masks.attend(message.attended);
    else if (message.kind === 'masked') void masks.onceDrawn().then((masked) => port.say({ kind: 'masked', masked }));
    else if (message.kind === 'report') port.say({ kind: 'report', text: report(site, page.url) });
  };
  const late = setTimeout(() => {
    hide();
    tellBlocked();
  }, STARTS_WITHIN_MS);
  const port = listenToFrame(token, signal, listens, () => clearTimeout(late));
  const reader: PageReader | null = page.kind === 'overview' ? null : readPage(site, page.url, signal, port.say);
  const where = site.origins.length > 0 ? site.id : page.url.host;
  const hello: Hello = {
    token,
    scheme: readPageScheme(place.anchor),
    site: site.id,
    where,
    pageKey: `${where} ${page.key}`,
    page: page.kind,
    pageData: site.pageData,
  };
  const host: FrameHost = placeFrame(place, encodeURIComponent(JSON.stringify(hello)));
  const masks = watchMasks(host.element, signal);
  const unfollow = followScheme(place.anchor, (scheme) => {
    host.setScheme(scheme);
    port.say({ kind: 'scheme', scheme });
  });
  // Whoever sits in a device and reads the page presses Escape there. The page keeps the key as well.
  const pressed = (event: KeyboardEvent) => {
    if (running && event.isTrusted && event.key === 'Escape') port.say({ kind: 'escape' });
  };
  addEventListener('keydown', pressed, { capture: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    unfollow();
    host.remove();
  });
  return { element: host.element, remove: () => over.abort() };
}

function report(site: TrainingSite, url: URL): string {
  return buildReport(site, document, url, site.read(document, url, null));
}

/** Said in the popup, because nothing of ours can stand in this page. */
function tellBlocked(): void {
  browser.runtime.sendMessage({ rebound: 1, kind: 'card-blocked', input: {} }).catch((error: unknown) => console.error(error));
}
