import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, install, tryWithoutStrap } from './support/app';
import { SHOTS, violations } from './support/look';

/** However much may be running, and however small the window is, a Stop is in it. */

/** What earlier tabs left running, as their marks say it. */
async function leaveRunning(page: Page, names: readonly string[]) {
  await page.evaluate(async (all: readonly string[]) => {
    const marks = all.map((name) => [`running:${name}`, { id: name, name, driverKind: null, endsByItself: false, startedAtMs: 0 }]);
    await chrome.storage.local.set(Object.fromEntries(marks));
  }, names);
  await page.reload();
  await page.waitForSelector('[data-stop-all]');
}

/** Where the page shows an element, as far as nothing lies over its middle; null when something does, or when it is out of the window. */
function seen(page: Page, selector: string, nth = 0) {
  return page.evaluate(
    (of: string, at: number) => {
      const element = document.querySelectorAll(of)[at];
      const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return element !== undefined && (top === element || element.contains(top));
    },
    selector,
    nth,
  );
}

declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

describe('Stop is in reach', () => {
  let app: App;
  afterEach(async () => {
    await app.harness.close();
  });

  // The second is 1280 × 800 at 200 %, the third a side panel at 200 %.
  it.each([
    [360, 640],
    [640, 400],
    [180, 400],
  ])('at %i × %i, while four devices may be running', async (width, height) => {
    app = await install({ viewport: { width, height } });
    const { page } = app;
    await tryWithoutStrap(page);
    await leaveRunning(page, ['Paper boots', 'BLOCK5EB000000107', 'Jensen bed in the guest room upstairs', 'Treadmill']);
    const [bar, wide] = await page.evaluate(() => [
      document.querySelector('.running-bar')?.getBoundingClientRect().height ?? 0,
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ]);
    expect(bar).toBeLessThanOrEqual(height / 2);
    if (width >= 320) expect(wide).toBeLessThanOrEqual(0);
    expect(await seen(page, '[data-stop-all]')).toBe(true);
    // As it stands: `look` would make the window as high as the page.
    await page.screenshot({ path: join(SHOTS, `several-left-${width}.png`) as `${string}.png` });
    if (width >= 320) expect(await violations(page)).toEqual([]);
    const buttons = '[data-left-running] button.stop';
    for (let nth = 0; nth < 4; nth++) {
      await page.$$eval(buttons, (all, at) => (all[at] as HTMLElement).focus(), nth);
      expect(await seen(page, buttons, nth), `Stop ${nth}`).toBe(true);
    }
    // Also at the end of the bar, and of the page.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await seen(page, '[data-stop-all]')).toBe(true);
    expect(app.problems).toEqual([]);
  });
});
