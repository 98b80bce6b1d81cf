import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { isRemoved } from '../../lib/browser/site-message';
import { type CardStore, cardStore } from '../../lib/overlay/card-state';
import { draw } from '../../lib/overlay/draw';
import { followPage } from '../../lib/overlay/follow-page';
import { standAt } from '../../lib/overlay/host';
import { type Life, scriptLife } from '../../lib/overlay/life';
import { type CardPrefs, cardPrefs, changeCardPrefs, withOne } from '../../lib/overlay/prefs';
import { buildReport } from '../../lib/sites/report';
import type { Place, TrainingSite } from '../../lib/sites/site';
import base from '../base.css?inline';
import tokens from '../tokens.css?inline';
import { Card } from './Card';
import type { CardChoices } from './CardHeader';
import cardCss from './card.css?inline';
import { Strip } from './Strip';

const CSS = [tokens, base, cardCss].join('\n').replaceAll(':root', '.card-root');

/**
 * A site's content script: one card on its activity pages, one strip on its overviews. It has no database, asks the background for
 * everything it shows, and puts none of the user's data into the page. It keeps the user's settings as they were last stored.
 */
export async function siteScript(site: TrainingSite): Promise<void> {
  const life = scriptLife(site.id);
  const told = (message: unknown) => {
    if (!isRemoved(message, location.href)) return;
    browser.runtime.onMessage.removeListener(told);
    life.end();
  };
  browser.runtime.onMessage.addListener(told);
  let prefs = await cardPrefs();
  if (life.isInvalid) return;

  const follow = followPage(life, site, (place, page) => {
    const where = site.origins.length > 0 ? site.id : page.url.host;
    const pageKey = `${where} ${page.key}`;
    if (prefs.hiddenSites.includes(where) || prefs.hiddenPages.includes(pageKey)) return null;
    const choicesFor = (again: () => void): CardChoices => {
      const change = (changed: (before: CardPrefs) => Partial<CardPrefs>, anew: boolean) =>
        void changeCardPrefs(changed).then(
          (stored) => {
            prefs = stored;
            if (anew) follow(true);
            else again();
          },
          (error: unknown) => console.error(error),
        );
      return {
        collapsed: prefs.collapsed,
        corner: prefs.corner.includes(where),
        collapse: (collapsed) => change(() => ({ collapsed }), false),
        move: (corner) => change((before) => ({ corner: withOne(before.corner, where, corner) }), true),
        hidePage: () => change((before) => ({ hiddenPages: withOne(before.hiddenPages, pageKey, true) }), true),
        hideSite: () => change((before) => ({ hiddenSites: withOne(before.hiddenSites, where, true) }), true),
      };
    };
    const of = page.kind === 'overview' ? null : { site, url: page.url };
    return cardAt(life, prefs.corner.includes(where) ? null : place, of, (store, again) =>
      of === null ? (
        <Strip store={store} choices={choicesFor(again)} />
      ) : (
        <Card
          store={store}
          choices={choicesFor(again)}
          site={site.id}
          report={() => buildReport(site, document, page.url, site.read(document, page.url, null))}
        />
      ),
    );
  });
  follow();
}

type View = (store: CardStore, again: () => void) => ComponentChildren;

/** Draws into a root of its own, and ends everything that runs for it with it. */
function cardAt(life: Life, place: Place | null, of: Parameters<typeof cardStore>[0], view: View) {
  const host = standAt(place, CSS);
  const over = new AbortController();
  const again = () => draw(host.root, view(store, again));
  const store = cardStore(of, AbortSignal.any([over.signal, life.signal]), again);
  again();
  return {
    element: host.element,
    remove() {
      over.abort();
      host.remove();
    },
  };
}
