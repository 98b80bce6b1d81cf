import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, advance, install, phase, press, see, tryWithoutStrap, waitForPhase } from './support/app';
import { violations } from './support/look';
import { seedMornings, steadyMornings } from './support/seed';

/** Every screen, light and dark, narrow and wide: nothing is wider than the window, axe finds no violation, and a screenshot is saved. */
const SHOTS = join(import.meta.dirname, '../../test-results/screens');

describe.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const)('screens, $colorScheme, $width px', ({ colorScheme, width }) => {
  let app: App;
  beforeEach(async () => {
    mkdirSync(SHOTS, { recursive: true });
    app = await install({ colorScheme, viewport: { width, height: 800 } });
  });
  afterEach(async () => {
    await app.harness.close();
  });

  async function look(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(SHOTS, `${name}-${colorScheme}-${width}.png`) as `${string}.png`, fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name} is wider than the window`).toBeLessThanOrEqual(0);
    expect(await violations(page), name).toEqual([]);
  }

  it('pass, from Welcome to Settings', async () => {
    const { page } = app;
    await see(page, 'Know what kind of day it is');
    await look(page, 'welcome');
    await tryWithoutStrap(page);
    await press(page, 'Paced');
    await see(page, '7.0 breaths a minute');
    await look(page, 'check-set-up');
    await press(page, 'Start check with the simulated strap');
    await page.waitForSelector('[data-connection="ready"]');
    for (let seconds = 0; seconds < 100; seconds += 5) await advance(page, 5000);
    await look(page, 'check-running');
    await press(page, 'Cancel');
    await see(page, 'End this check?');
    await look(page, 'check-cancel');
    await press(page, 'Continue measuring');
    for (let seconds = 0; seconds < 300 && (await phase(page)) !== 'done'; seconds += 5) await advance(page, 5000);
    await waitForPhase(page, 'done');
    await see(page, 'Learning, 1 of 7');
    await look(page, 'check-result');

    await seedMornings(page, [...steadyMornings(62), { daysAgo: 0, rmssdMs: 66 }]);
    await page.reload();
    await press(page, 'Today');
    await see(page, 'Ready for hard');
    await look(page, 'today');
    await press(page, 'Settings');
    await see(page, 'On training sites');
    await look(page, 'settings');
    const popup = await app.harness.openPopup();
    await popup.waitForSelector('[data-verdict="push"]');
    await popup.screenshot({ path: join(SHOTS, `popup-${colorScheme}-${width}.png`) as `${string}.png` });
    expect(await violations(popup), 'popup').toEqual([]);
    expect(app.problems).toEqual([]);
  });
});
