import { browser } from 'wxt/browser';
import type { Screen } from './messages';

/** Brings the app tab to the front on a screen; opens one where there is none. Resolves when the browser has done so. */
export async function openApp(screen: Screen): Promise<void> {
  const address = browser.runtime.getURL('/app.html');
  const wanted = `${address}#${screen}`;
  const open = (await browser.tabs.query({})).find((tab) => tab.url?.split('#')[0] === address);
  if (open?.id === undefined) {
    await browser.tabs.create({ url: wanted });
    return;
  }
  // Going to the address it is at already would load it anew, and end a running check.
  await browser.tabs.update(open.id, open.url === wanted ? { active: true } : { active: true, url: wanted });
  await browser.windows.update(open.windowId, { focused: true });
}
