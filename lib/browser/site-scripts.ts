import { browser } from 'wxt/browser';
import { parseUrl } from '../core/url';
import { isForAddedPages, type SiteId, sites, type TrainingSite } from '../sites';
import type { SitesAllowed } from './site-message';

/**
 * The cards' content scripts, one for each site, registered for exactly the sites that the user allowed. The browser keeps registrations;
 * `syncSites` makes them follow the permissions, on start and whenever these change.
 */

/** Match patterns, as in the manifest and in `scripting`. */
type Origins = readonly string[];

const scriptId = (site: SiteId) => `card-${site}`;
const scriptFile = (site: SiteId) => `/card-${site}.js` as const;
const bySite = sites.flatMap(({ origins }) => origins);

/** The origins of a site that are allowed; for `generic` the pages that the user added. */
async function allowedOrigins(site: Pick<TrainingSite, 'origins'>): Promise<Origins> {
  const { origins } = site;
  if (!isForAddedPages(site)) return (await browser.permissions.contains({ origins: [...origins] })) ? origins : [];
  const { origins: all = [] } = await browser.permissions.getAll();
  return all.filter((one) => one.startsWith('https://') && one !== 'https://*/*' && !bySite.includes(one));
}

export async function siteAllowed(site: TrainingSite): Promise<boolean> {
  return (await allowedOrigins(site)).length > 0;
}

/** The origins of the pages that the user added: `https://club.example`. */
export async function addedPages(): Promise<string[]> {
  return (await allowedOrigins({ origins: [] })).map((pattern) => pattern.replace(/\/\*$/, ''));
}

/** Asks for origins. Only from a click. */
export function allowOrigins(origins: Origins): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

/** The cards go with the permission: `syncSites` follows, here or when the browser's own settings take it away. */
export async function removeOrigins(origins: Origins): Promise<void> {
  await browser.permissions.remove({ origins: [...origins] });
}

/** The pattern of the one origin that an address is on; null where none may be asked for. */
export function originPattern(address: string): string | null {
  const typed = address.trim();
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
  if (url === null || url.protocol !== 'https:' || !url.hostname.includes('.') || url.port !== '') return null;
  return `https://${url.hostname}/*`;
}

/**
 * Registers or unregisters scripts, injects new ones into pages that are already open, and tells pages whose site is no longer allowed.
 * @param anew also inject into open pages that have a script: an update cuts off the old one
 */
export async function syncSites(anew = false): Promise<void> {
  const registered = new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id));
  const allowed: string[] = [];
  for (const site of sites) {
    const origins = await allowedOrigins(site);
    allowed.push(...origins);
    await syncSite(site, origins, registered.has(scriptId(site.id)), anew);
  }
  const known = new Set(sites.map(({ id }) => scriptId(id)));
  const stale = [...registered].filter((id) => !known.has(id));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  await tellPages(allowed);
}

async function syncSite(site: TrainingSite, origins: Origins, registered: boolean, anew: boolean): Promise<void> {
  const id = scriptId(site.id);
  if (origins.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = { id, js: [scriptFile(site.id)], matches: [...origins], runAt: 'document_idle' as const };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
  // A second script in a page replaces the first.
  if (!registered || anew || isForAddedPages(site)) await injectNow(site.id, origins);
}

async function injectNow(site: SiteId, origins: Origins): Promise<void> {
  for (const tab of await browser.tabs.query({ url: [...origins] })) {
    if (tab.id === undefined) continue;
    try {
      await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [scriptFile(site)] });
    } catch (error) {
      // A page that is just loading, or shows an error, cannot take a script; it gets it with its next load.
      console.error('card on an open page', error);
    }
  }
}

/** Tells every tab, because without a permission its address cannot be seen; a card that may not be there removes itself. */
async function tellPages(origins: Origins): Promise<void> {
  const message: SitesAllowed = { rebound: 1, kind: 'sites-allowed', origins };
  for (const tab of await browser.tabs.query({})) {
    if (tab.id === undefined) continue;
    await browser.tabs.sendMessage(tab.id, message).catch(() => {
      // No card in this tab: nobody listens.
    });
  }
}
