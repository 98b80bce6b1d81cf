import type { Page } from 'puppeteer';

/** Ends the renderer as a crash does: no page hide, no last word. */
export async function kill(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await Promise.race([session.send('Page.crash').catch(() => undefined), new Promise((resolve) => page.once('error', resolve))]);
}
