import type { Place, TrainingSite } from '../sites/site';
import type { Life } from './life';

/** What is shown for a page while it is open. */
export interface Shown {
  readonly element: Element;
  remove(): void;
}

/** A page by its address: its kind, and which activity. */
export interface SitePage {
  readonly kind: 'activity' | 'overview';
  readonly key: string;
  readonly url: URL;
}

/** How often to look for a place, ms: at first with each picture, then as often as the eye notices, later as for a slow page. */
const AT_ONCE_MS = 16;
const AT_ONCE_FOR_MS = 2000;
const SOON_MS = 50;
const LATER_MS = 500;
const SOON_FOR_MS = 20_000;
const GIVE_UP_MS = 300_000;
/** Panels open without a new address; without the Navigation API, addresses change unnoticed. */
const PANEL_MS = 100;
const ADDRESS_MS = 1000;
/** A page that removes the card this many times in a row does not want it there. */
const MOST_IN_A_ROW = 200;
const ROW_MS = 10_000;

/**
 * Keeps at most one card on a page: shows it where the site's reader finds a place, shows it again when the page removed it or moved on to
 * another activity, and removes it where there is no place. Observes only the ancestors of the card, never the whole document. `show` gets
 * a function that removes the card until the page is another one. Returns a function that updates the page for its current address.
 */
export function followPage(life: Life, site: TrainingSite, show: (place: Place, page: SitePage, hide: () => void) => Shown): () => void {
  let shown: (Shown & { readonly key: string }) | null = null;
  let page: SitePage | null = null;
  let hidden: string | null = null;
  let [address, changedMs, mounts, timer] = ['', Date.now(), [] as number[], 0];
  const watch = new MutationObserver(() => look());

  const drop = () => {
    watch.disconnect();
    shown?.remove();
    shown = null;
  };
  const again = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, ms) as unknown as number;
  };

  function look(): void {
    if (life.isInvalid) {
      end();
      return;
    }
    const next = settle();
    if (next !== null) again(next);
  }

  /** Updates the page. Returns after how many ms to look again; null: only when something happens. */
  function settle(): number | null {
    const url = new URL(location.href);
    if (url.href !== address) [address, changedMs, mounts] = [url.href, Date.now(), []];
    else if (!site.opensInPanel && shown?.element.isConnected) return idleMs();
    page = pageAt(site, url);
    if (shown !== null && (shown.key !== page?.key || !shown.element.isConnected)) {
      // A page that draws itself anew does so within moments.
      changedMs = Date.now();
      drop();
    }
    if (hidden !== page?.key) hidden = null;
    if (page === null || shown !== null || hidden !== null) return idleMs();
    const place = site.mountPoint(document, url);
    if (place === null) return waitMs();
    if (tooOften()) return idleMs();
    const { key } = page;
    const made = show(place, page, () => {
      if (shown?.key !== key) return;
      hidden = key;
      drop();
    });
    shown = { element: made.element, remove: () => made.remove(), key };
    for (let above = made.element.parentElement; above !== null; above = above.parentElement) watch.observe(above, { childList: true });
    return idleMs();
  }

  const waitMs = () => {
    const since = Date.now() - changedMs;
    if (since < AT_ONCE_FOR_MS) return AT_ONCE_MS;
    if (since < SOON_FOR_MS) return SOON_MS;
    if (site.opensInPanel) return PANEL_MS;
    return since < GIVE_UP_MS ? LATER_MS : null;
  };
  const idleMs = () => {
    if (site.opensInPanel) return document.visibilityState === 'visible' ? PANEL_MS : ADDRESS_MS;
    return 'navigation' in globalThis ? null : ADDRESS_MS;
  };
  const tooOften = () => {
    const now = Date.now();
    mounts = [...mounts.filter((at) => now - at < ROW_MS), now];
    return mounts.length > MOST_IN_A_ROW;
  };
  const end = () => {
    clearTimeout(timer);
    drop();
  };

  const { navigation } = globalThis as { readonly navigation?: EventTarget };
  // Fires after the address has changed, unlike `navigate`.
  navigation?.addEventListener('currententrychange', look, { signal: life.signal });
  for (const type of ['popstate', 'hashchange', 'pageshow'] as const) window.addEventListener(type, look, { signal: life.signal });
  document.addEventListener('visibilitychange', look, { signal: life.signal });
  life.signal.addEventListener('abort', end);
  return look;
}

function pageAt(site: TrainingSite, url: URL): SitePage | null {
  const kind = site.matches(url) ? site.pageKind(url) : null;
  if (kind === null) return null;
  return { kind, key: kind === 'overview' ? kind : `${kind} ${site.read(document, url, null).activity?.id ?? url.pathname}`, url };
}
