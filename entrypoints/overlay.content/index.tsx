import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createShadowRootUi, type ShadowRootContentScriptUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';
import base from '../../components/base.css?inline';
import { Card } from '../../components/card/Card';
import cardCss from '../../components/card/card.css?inline';
import tokens from '../../components/tokens.css?inline';
import { REMOVE_CARD } from '../../lib/site-message';
import { type Place, siteFor, type TrainingSite } from '../../lib/sites';
import { schemeOf } from './page-scheme';

/**
 * The card on training sites. It lives in a closed shadow root, reads the page through a site's reader, and asks the background for the few
 * words it shows. It has no database, and puts nothing of the user's into the page. Registered at run time, once the user allowed the site.
 */
export default defineContentScript({
  matches: ['https://www.strava.com/*', 'https://m.strava.com/*'],
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main(ctx) {
    const follow = pageFollower(ctx);
    void follow();
    ctx.addEventListener(window, 'wxt:locationchange', () => void follow());
    const told = (message: unknown) => {
      if (isRemoval(message)) {
        browser.runtime.onMessage.removeListener(told);
        ctx.abort('permission removed');
      }
    };
    browser.runtime.onMessage.addListener(told);
  },
});

/** Pauses in ms between looks for a place; pages built by scripts need a while. About 20 s in all. */
const LOOKS_MS = [0, 50, 100, 200, 400, 800, 1500, 2500, 4000, 5000, 6000];

/** Keeps one card on the page, for the activity that the address names. Each call makes the page right for its present address. */
function pageFollower(ctx: ContentScriptContext): () => Promise<void> {
  let shown: { path: string; ui: ShadowRootContentScriptUi<() => void> } | null = null;
  let turn = 0;
  return async () => {
    const mine = ++turn;
    const url = new URL(location.href);
    const here = siteFor(url);
    const site = here?.pageKind(url) === 'activity' ? here : null;
    const path = activityPath(url);
    if (shown !== null && shown.path === path && site !== null && shown.ui.shadowHost.isConnected) return;
    shown?.ui.remove();
    shown = null;
    if (site === null) return;
    for (const pause of LOOKS_MS) {
      if (pause > 0) await new Promise<void>((resolve) => ctx.setTimeout(resolve, pause));
      if (mine !== turn || ctx.isInvalid) return;
      const place = site.mountPoint(document, url);
      if (place === null) continue;
      const ui = await cardAt(ctx, site, url, place);
      if (mine !== turn || ctx.isInvalid) return;
      ui.mount();
      shown = { path, ui };
      return;
    }
  };
}

function cardAt(ctx: ContentScriptContext, site: TrainingSite, url: URL, place: Place): Promise<ShadowRootContentScriptUi<() => void>> {
  return createShadowRootUi(ctx, {
    name: 'rebound-card',
    mode: 'closed',
    position: 'inline',
    anchor: place.anchor,
    append: place.append,
    css: [tokens, base, cardCss].join('\n').replaceAll(':root', '.card-root'),
    onMount(container) {
      const root = document.createElement('div');
      root.className = 'card-root surface';
      root.style.colorScheme = schemeOf(place.anchor);
      container.append(root);
      render(<Card read={() => site.read(document, url, null)} signal={ctx.signal} />, root);
      return () => render(null, root);
    },
    onRemove: (unmount) => unmount?.(),
  });
}

/** Which activity the address is of: routes inside one activity keep their card. */
function activityPath(url: URL): string {
  return url.host + url.pathname.split('/').slice(0, 3).join('/');
}

function isRemoval(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === REMOVE_CARD.kind;
}
