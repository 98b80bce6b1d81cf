/**
 * Chromium with the extension. Keeps the browser and a temporary profile. The caller must call `close()`, which ends the browser and
 * removes the profile.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Viewport, type WebWorker } from 'puppeteer';
import { findChromium } from './find-chromium';
import { chromiumFlags } from './flags';
import { openPopup } from './popup';
import { serveSite } from './site';

export interface LaunchOptions {
  /** The folder of the unpacked extension. */
  readonly extension: string;
  readonly radio?: { readonly busAddress: string };
  /** Default `true`, as for a Linux user who has turned it on. */
  readonly webBluetooth?: boolean;
  /** Whether the browser returns previously chosen devices, which needs a flag. Default `false`. */
  readonly remembersDevices?: boolean;
  readonly headless?: boolean;
  /** For tabs that the harness opens; a popup has its own size. */
  readonly viewport?: Viewport;
  readonly colorScheme?: 'light' | 'dark';
  /** A profile to reuse, for data that must outlive the browser. Without it every launch has a new one. */
  readonly userDataDir?: string;
  /** The browser's time zone; default: the machine's. */
  readonly timeZone?: string;
}

export interface Harness {
  readonly browser: Browser;
  readonly extensionId: string;
  serviceWorker(): Promise<WebWorker>;
  /** A page of the extension, such as `app.html#history`, in a tab. */
  openPage(path: string): Promise<Page>;
  openPopup(): Promise<Page>;
  /** A tab at a real address, with the given page and no network. */
  site(url: string, html: string): Promise<Page>;
  close(): Promise<void>;
}

export async function launch(options: LaunchOptions): Promise<Harness> {
  const temporary = await mkdtemp(join(tmpdir(), 'rebound-profile-'));
  const tidy = () => rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  try {
    const browser = await start(options, temporary);
    return await harness(browser, options, tidy);
  } catch (error) {
    await tidy();
    throw error;
  }
}

function start(options: LaunchOptions, temporary: string): Promise<Browser> {
  const dark = options.colorScheme === undefined ? null : options.colorScheme === 'dark';
  // Without a radio the address is invalid: a test must never reach the machine's own Bluetooth.
  const bus = options.radio?.busAddress ?? `unix:path=${join(temporary, 'no-bus')}`;
  return puppeteer.launch({
    executablePath: findChromium(),
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    userDataDir: options.userDataDir ?? temporary,
    args: chromiumFlags({ webBluetooth: options.webBluetooth ?? true, remembersDevices: options.remembersDevices ?? false, dark }),
    env: { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: bus, ...(options.timeZone === undefined ? {} : { TZ: options.timeZone }) },
  });
}

async function harness(browser: Browser, options: LaunchOptions, tidy: () => Promise<void>): Promise<Harness> {
  const close = async () => {
    await browser.close();
    await tidy();
  };
  const newPage = async () => {
    const page = await browser.newPage();
    await page.setViewport(options.viewport ?? { width: 1280, height: 800 });
    return page;
  };
  try {
    const extensionId = await browser.installExtension(options.extension);
    const root = `chrome-extension://${extensionId}/`;
    const serviceWorker = async () => {
      await wake(browser, root);
      const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(root));
      const worker = await target.worker();
      if (worker === null) throw new Error('The service worker of the extension is gone');
      await apiThere(worker);
      return worker;
    };
    return {
      browser,
      extensionId,
      serviceWorker,
      async openPage(path) {
        const page = await newPage();
        await page.goto(root + path.replace(/^\//, ''));
        return page;
      },
      openPopup: async () => openPopup(browser, await serviceWorker()),
      site: async (url, html) => serveSite(await newPage(), url, html),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The browser ends a worker after half a minute without events, and only an event starts it again. */
async function wake(browser: Browser, root: string): Promise<void> {
  const [page] = await browser.pages();
  if (page === undefined) return;
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL: root });
  await session.detach();
}

/** A worker that is starting can be reached before the browser has added the extension's API. */
async function apiThere(worker: WebWorker): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await worker.evaluate(() => 'chrome' in globalThis && 'runtime' in (globalThis as unknown as { chrome: object }).chrome)) return;
  }
  throw new Error('The service worker of the extension never got its API');
}
