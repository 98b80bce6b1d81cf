import { browser } from 'wxt/browser';
import { collectPageData } from '../../sites/page-data';
import type { PageDataPaths } from '../../sites/site';

/** Pages fill in the data while they start, so it is read again after these pauses, in ms. */
const PAUSES_MS = [0, 50, 150, 400, 1000, 2000, 4000];

/**
 * Reads values from the page's own world through the browser: no script of ours has an address that the page could see. The page can forge
 * all of it. Null where there are none.
 */
export async function readPageWorld(paths: PageDataPaths): Promise<Readonly<Record<string, unknown>> | null> {
  if (Object.keys(paths).length === 0) return null;
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return null;
  for (const pause of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [0] },
      world: 'MAIN',
      func: collectPageData as (paths: PageDataPaths) => unknown,
      args: [paths],
    });
    const data: unknown = answer?.result;
    if (typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null)) {
      return data as Readonly<Record<string, unknown>>;
    }
  }
  return null;
}
