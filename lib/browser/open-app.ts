import { browser } from 'wxt/browser';
import type { Screen } from './messages';

const OWNER_TAB = 'owner-tab';

/** The app tab marks itself as the one to go to, once it owns Bluetooth. */
export async function markOwnerTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  await browser.storage.session.set({ [OWNER_TAB]: tab?.id });
}

/**
 * Brings the app tab to the front on a screen, or opens one. Of several tabs, takes the one that owns Bluetooth. Resolves when the browser
 * is done.
 * @param revive no tab owns Bluetooth: one that is there has crashed, and is loaded anew
 */
export async function openApp(screen: Screen, part?: string, revive = false): Promise<void> {
  const address = browser.runtime.getURL('/app.html');
  const wanted = `${address}#${screen}${part === undefined ? '' : `/${encodeURIComponent(part)}`}`;
  const all = (await browser.tabs.query({})).filter((tab) => tab.url?.split('#')[0] === address);
  const owner = all.length > 1 ? (await browser.storage.session.get(OWNER_TAB))[OWNER_TAB] : undefined;
  const open = all.find((tab) => tab.id === owner) ?? all[0];
  if (open?.id === undefined) {
    await browser.tabs.create({ url: wanted });
    return;
  }
  // Navigating to the current address would reload the tab and end a running check.
  await browser.tabs.update(open.id, open.url === wanted ? { active: true } : { active: true, url: wanted });
  // A tab that crashed keeps its address, and would stay as it is.
  if (revive) await browser.tabs.reload(open.id);
  await browser.windows.update(open.windowId, { focused: true });
}
