import { isRoot } from './apt.mjs';
import { Problem } from './problem.mjs';

const ALWAYS = [
  // Without it, navigator.bluetooth is undefined on Linux.
  '--enable-features=WebBluetooth',
  // Keep Chromium's own traffic and first-run pages out of the way.
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const WINDOWED = ['--hide-crash-restore-bubble'];

const HEADLESS = ['--disable-gpu', '--disable-quic'];

/** For a person at the window: no "controlled by" bar, timers as in daily use, and the viewport of the real window. */
const FOR_PEOPLE = {
  ignoreDefaultArgs: [
    '--enable-automation',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
  ],
  defaultViewport: null,
  // On Ctrl+C puppeteer would kill the browser at once and lose what the profile has not written yet. The caller closes it instead.
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
};

/**
 * Starts Chromium. The caller closes it.
 * @param {{ chromium: string, headless: boolean, profile?: string }} options Without a profile folder, a fresh temporary one.
 */
export async function openBrowser({ chromium, headless, profile }) {
  // Imported here, because dependencies may have been installed a moment ago.
  const { default: puppeteer } = await import('puppeteer');
  try {
    return await puppeteer.launch({
      executablePath: chromium,
      headless,
      pipe: true,
      enableExtensions: true,
      // Chromium refuses to run its sandbox as root, and only root may go without.
      args: [...ALWAYS, ...(headless ? HEADLESS : WINDOWED), ...(isRoot() ? ['--no-sandbox'] : [])],
      ...(headless ? {} : FOR_PEOPLE),
      ...(profile ? { userDataDir: profile } : {}),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // If the profile is already open, a second Chromium hands over to the first and exits.
    if (profile && /already running|Target closed/.test(message)) {
      throw new Problem('Chromium closed at once. If Rebound is still open from another npm start, close that window first.', message);
    }
    throw new Problem(`${chromium} did not start.`, message);
  }
}

/**
 * Loads the built extension and waits for its app tab.
 * @param {import('puppeteer').Browser} browser
 * @param {string} folder The build.
 */
export async function openApp(browser, folder) {
  const id = await browser.installExtension(folder).catch((/** @type {Error} */ error) => {
    throw new Problem(`Chromium did not take the extension in ${folder}.`, error.message);
  });
  const origin = `chrome-extension://${id}`;
  const [blank] = await browser.pages();
  const page = (await tabThatOpensItself(browser, `${origin}/app.html`)) ?? blank ?? (await browser.newPage());
  if (page === blank) await page.goto(`${origin}/app.html`);
  else await blank?.close();
  return { page, origin };
}

/**
 * The extension may open its app when installed; a second app tab would compete with that one for Bluetooth.
 * @param {import('puppeteer').Browser} browser
 * @param {string} url
 */
async function tabThatOpensItself(browser, url) {
  const target = await browser.waitForTarget((each) => each.url().startsWith(url), { timeout: 2000 }).catch(() => undefined);
  return (await target?.page()) ?? undefined;
}
