import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, click, install, press, see, tryWithoutStrap } from './support/app';
import { settle, stored } from './support/database';
import { look, SHOTS, violations } from './support/look';

/** What runs without a device, on every screen, in popup and side panel: the guided timer and breathing. */
let app: App;
afterEach(() => app.harness.close());

const running = (page: Page) => page.$$eval('[data-running]', (lines) => lines.map((line) => (line as HTMLElement).dataset.running));
const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

describe.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const)('a timer and breathing: $colorScheme, $width px', ({ colorScheme, width }) => {
  it('are shown everywhere until Escape, the first to hear it, stops both', async () => {
    app = await install({ colorScheme, viewport: { width, height: 800 } });
    const { page } = app;
    const name = (what: string) => `running-${what}-${colorScheme}-${width}`;
    await tryWithoutStrap(page);
    await settle(page, { screening: { answeredAtMs: Date.now(), ticks: {} }, contraindications: [] });
    await goTo(page, '#devices/timer');
    await page.waitForSelector('[data-guided="set-up"]');
    await page.waitForFunction(() => document.querySelectorAll('input[name="dose"]').length > 0);
    await press(page, 'Compression boots');
    await click(page, '[data-one-tap="none"]');
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await page.waitForSelector('[data-guided="running"]');
    await look(page, name('own-screen'));
    await goTo(page, '#today');
    await page.waitForSelector('[data-running]');
    await look(page, name('today'));

    await goTo(page, '#breathe');
    await page.waitForSelector('[data-start]:not([disabled])');
    await click(page, '[data-start]');
    await page.waitForSelector('[data-breathe="running"]');
    await goTo(page, '#trends');
    await page.waitForFunction(() => document.querySelectorAll('[data-running]').length === 2);
    expect(await running(page)).toEqual(['Compression boots', 'Breathing']);
    await look(page, name('both'));

    const panel = await app.harness.openPage('sidepanel.html');
    await panel.setViewport({ width: 360, height: 800 });
    await panel.waitForFunction(() => document.querySelectorAll('[data-running]').length === 2);
    await look(panel, name('side-panel'));
    await press(panel, 'Stop Compression boots');
    await panel.waitForFunction(() => document.querySelectorAll('[data-running]').length === 1);
    expect(await running(panel)).toEqual(['Breathing']);
    await page.bringToFront();
    const popup = await app.harness.openPopup();
    await popup.waitForSelector('[data-running="Breathing"]');
    await popup.screenshot({ path: `${SHOTS}/${name('popup')}.png` });
    expect(await violations(popup)).toEqual([]);
    await popup.close().catch(() => {});

    await page.bringToFront();
    await goTo(page, '#breathe');
    await page.waitForSelector('[data-breathe="running"]');
    await click(page, '[data-dark]');
    await page.waitForSelector('[data-dark-screen]');
    await page.keyboard.press('Escape');
    await see(page, 'Stopped: Breathing.');
    await page.waitForFunction(() => document.querySelector('[data-dark-screen]') === null);
    await look(page, name('escape'));
    const sessions = await stored<{ end: string | null }>(page, 'sessions', (all) => all.every(({ end }) => end !== null));
    expect(sessions.map(({ end }) => end)).toEqual(['stopped', 'stopped']);
    await panel.bringToFront();
    await panel.waitForFunction(() => document.querySelector('[data-running]') === null);
    expect(app.problems).toEqual([]);
  });
});

it('Escape in the side panel stops a timer of the app tab, says so, and is heard by nothing else', async () => {
  app = await install({ viewport: { width: 1280, height: 800 } });
  const { page } = app;
  await tryWithoutStrap(page);
  await settle(page, { screening: { answeredAtMs: Date.now(), ticks: {} }, contraindications: [] });
  await goTo(page, '#breathe');
  await page.waitForSelector('[data-start]:not([disabled])');
  await click(page, '[data-start]');
  await page.waitForSelector('[data-breathe="running"]');
  const panel = await app.harness.openPage('sidepanel.html');
  await panel.setViewport({ width: 360, height: 800 });
  await panel.waitForSelector('[data-running="Breathing"]');
  // The form for skipping an item closes on Escape when nothing runs.
  await click(panel, '[data-item] [aria-label^="Skip"]');
  const field = await panel.waitForSelector('.plan-skip input');
  await field?.focus();
  await panel.keyboard.press('Escape');
  await see(panel, 'Stopped: Breathing.');
  await look(panel, 'running-side-panel-escape');
  expect(await panel.$('.plan-skip')).not.toBeNull();
  await panel.waitForFunction(() => document.querySelector('[data-running]') === null);
  await field?.focus();
  await panel.keyboard.press('Escape');
  await panel.waitForFunction(() => document.querySelector('.plan-skip') === null);
});
