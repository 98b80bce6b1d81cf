import { browser } from 'wxt/browser';
import { parseUrl } from '../core/url';
import { isForAddedPages, type SiteId, sites, type TrainingSite } from '../sites';
import type { SitesAllowed } from './site-message';

/**
 * The cards' content scripts, one per site, registered only for the sites that the user allowed. The browser keeps registrations;
 * `syncSites` matches them with the permissions at each start and whenever these change.
 */

/** Match patterns, as in the manifest and in `scripting`. */
type Origins = readonly string[];

const scriptId = (site: SiteId) => `card-${site}`;
const scriptFile = (site: SiteId) => `/card-${site}.js` as const;
const bySite = sites.flatMap(({ origins }) => origins);

/** The allowed origins of a site; for `generic`, the pages that the user added. */
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

/** Asks for origins. Call it only from a click. */
export function allowOrigins(origins: Origins): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

/** Removes the permission. The cards go with it: `syncSites` follows, also when the user removes it in the browser's settings. */
export async function removeOrigins(origins: Origins): Promise<void> {
  await browser.permissions.remove({ origins: [...origins] });
}

/** A host as the address bar shows it: letters, digits and hyphens between dots. Not a pattern, and not an IPv6 address. */
const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;
/** What may be typed: the host, with or without `https://`, a port and what follows the host. */
const TYPED = /^(?:https:\/\/)?([^/?#:@]+)(?::\d+)?(?:[/?#].*)?$/i;
/** A label of a host in another script than ASCII. The browser drops or replaces all other characters. */
const OWN_SCRIPT = /^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}-]+$/u;

/**
 * The match pattern for exactly one host; null if no permission can be requested for what was typed. `*` and encoded characters are refused:
 * a pattern made from them would allow more than the page that the user reads there.
 */
export function originPattern(address: string): string | null {
  const typed = address.trim();
  const [, host] = TYPED.exec(typed) ?? [];
  if (host === undefined || /[*%\\\s]/.test(typed)) return null;
  const url = parseUrl(/^https:/i.test(typed) ? typed : `https://${typed}`);
  if (url === null || url.port !== '' || !HOST.test(url.hostname) || !isAsTyped(host, url.hostname)) return null;
  return `https://${url.hostname}/*`;
}

/** Whether the browser's host is the one that the user reads. 0x7f.1 is an address in disguise, and ⓔvil.example is another name. */
function isAsTyped(typed: string, hostname: string): boolean {
  const read = typed.toLowerCase().split('.');
  const labels = hostname.split('.');
  return (
    read.length === labels.length &&
    read.every((label, i) => label === labels[i] || (isOwnScript(label) && (labels[i]?.startsWith('xn--') ?? false)))
  );
}

function isOwnScript(label: string): boolean {
  return !/^[\x20-\x7e]*$/.test(label) && OWN_SCRIPT.test(label) && label.normalize('NFKC') === label;
}

/**
 * Registers or unregisters scripts, injects new ones into open pages, and tells pages whose site is no longer allowed.
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
      // A page that is loading, or shows an error, cannot take a script; it gets it with its next load.
      console.error('card on an open page', error);
    }
  }
}

/** Tells every tab, because tabs without a permission do not show their address. A card that is no longer allowed removes itself. */
async function tellPages(origins: Origins): Promise<void> {
  const message: SitesAllowed = { rebound: 1, kind: 'sites-allowed', origins };
  for (const tab of await browser.tabs.query({})) {
    if (tab.id === undefined) continue;
    await browser.tabs.sendMessage(tab.id, message).catch(() => {
      // This tab has no card, so nobody listens.
    });
  }
}
