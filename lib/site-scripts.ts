import { browser } from 'wxt/browser';
import { REMOVE_CARD } from './site-message';

/**
 * The card's content script, registered for exactly the sites that the user allowed. The browser keeps registrations; this makes them
 * follow the permissions, on start and whenever these change.
 */
const SCRIPT_ID = 'overlay';
const SCRIPT_FILE = '/content-scripts/overlay.js';
const STRAVA_ORIGINS = ['https://www.strava.com/*', 'https://m.strava.com/*'];

export function stravaAllowed(): Promise<boolean> {
  return browser.permissions.contains({ origins: STRAVA_ORIGINS });
}

/** Asks for Strava. Only from a click. */
export function allowStrava(): Promise<boolean> {
  return browser.permissions.request({ origins: STRAVA_ORIGINS });
}

/** The cards go with the permission: `syncSites` follows, here or when the browser's own settings take it away. */
export async function removeStrava(): Promise<void> {
  await browser.permissions.remove({ origins: STRAVA_ORIGINS });
}

/** Registers or unregisters the script, and brings it to pages that are open already. */
export async function syncSites(): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  const allowed = await stravaAllowed();
  if (!allowed) {
    if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    await removeCards();
    return;
  }
  const script = { id: SCRIPT_ID, js: [SCRIPT_FILE], matches: STRAVA_ORIGINS, runAt: 'document_idle' as const };
  if (registered === undefined) {
    await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
    await injectNow();
  } else {
    await browser.scripting.updateContentScripts([script]);
  }
}

async function injectNow(): Promise<void> {
  for (const tab of await browser.tabs.query({ url: STRAVA_ORIGINS })) {
    if (tab.id === undefined) continue;
    try {
      await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [SCRIPT_FILE] });
    } catch (error) {
      // A page that is just loading, or shows an error, cannot take a script; it gets it with its next load.
      console.error('card on an open page', error);
    }
  }
}

/** Asks every tab, because without the permission their addresses cannot be seen; a card that is there removes itself. */
async function removeCards(): Promise<void> {
  for (const tab of await browser.tabs.query({})) {
    if (tab.id === undefined) continue;
    await browser.tabs.sendMessage(tab.id, REMOVE_CARD).catch(() => {
      // No card in this tab: nobody listens.
    });
  }
}
