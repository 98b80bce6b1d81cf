/**
 * The app tab in a test: the one that the extension opens when it is installed. Uses it as a user would, by accessible names, and advances
 * its held clock.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { captureConsole, type Harness, type LaunchOptions, launch } from '../harness';
import type { Radio } from '../radio';
import { advance, watchRealTime } from './real-time';

export { advance };

const EXTENSION = join(import.meta.dirname, '../../../.output/chrome-mv3-e2e');

export interface App {
  readonly harness: Harness;
  readonly page: Page;
  readonly problems: readonly string[];
}

export type InstallOptions = Omit<LaunchOptions, 'extension' | 'radio'> & { readonly radio?: Radio };

/** A fresh profile with the extension just installed, at its Welcome screen. */
export async function install(options: InstallOptions = {}): Promise<App> {
  const harness = await launch({ ...options, extension: EXTENSION });
  const target = await harness.browser.waitForTarget((one) => one.url().startsWith(`chrome-extension://${harness.extensionId}/app.html`));
  const page = await target.page();
  if (page === null) throw new Error('the app tab has no page');
  await page.setViewport(options.viewport ?? { width: 1280, height: 800 });
  const problems = captureConsole(page);
  await page.waitForSelector('main');
  await watchRealTime(page, options.radio);
  return { harness, page, problems };
}

/** Clicks what has this accessible name, once it is there and can be clicked. */
export async function press(page: Page, name: string): Promise<void> {
  await enabled(page, name);
  const button = await page.waitForSelector(`aria/${name}`);
  // Scroll to the middle, because at the edge of a narrow window the navigation bar covers it.
  await button?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.locator(`aria/${name}`).click();
}

/** A disabled button is enabled once an answer arrives, and answers, time-outs and retries take time, so the held clock runs until then. */
async function enabled(page: Page, name: string): Promise<void> {
  for (let seconds = 0; seconds < 30; seconds++) {
    const button = await page.waitForSelector(`aria/${name}`);
    if (!(await button?.evaluate((element) => element.matches(':disabled')))) return;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    if (seconds >= 5) await advance(page, 1000);
  }
}

/** Clicks a selector once it exists; retries if it was rendered again in between. */
export async function click(page: Page, selector: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const found = await page.waitForSelector(selector);
    try {
      await found?.click();
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    }
  }
}

/** From Welcome into the app, without a strap. The visit is stored by then, so the page may be reloaded. */
export async function tryWithoutStrap(page: Page): Promise<void> {
  await press(page, 'Try without a strap');
  await page.waitForSelector('nav');
}

/** Waits until the page contains a text. */
export async function see(page: Page, text: string, timeout = 30_000): Promise<void> {
  await page.waitForFunction((wanted: string) => document.body.innerText.includes(wanted), { timeout }, text);
}

export async function phase(page: Page): Promise<string> {
  return (await page.$eval('main', (main) => main.dataset.phase)) ?? '';
}

export async function waitForPhase(page: Page, wanted: string): Promise<void> {
  await page.waitForFunction((value: string) => document.querySelector('main')?.dataset.phase === value, { timeout: 30_000 }, wanted);
}
