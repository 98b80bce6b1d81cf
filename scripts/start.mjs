/**
 * `npm start`: from a fresh clone to a Chromium window with Rebound in it. With --headless, or on a machine without a display, it runs one
 * complete check on the simulated strap instead and reports the result.
 */
import { checkHeadless } from './headless-check.mjs';
import { openApp, openBrowser } from './lib/browser.mjs';
import { build, TARGETS } from './lib/build.mjs';
import { offerDownload, provideChromium } from './lib/chromium.mjs';
import { hasDisplay } from './lib/display.mjs';
import { generate } from './lib/generate.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inProject } from './lib/paths.mjs';
import { describe, Problem } from './lib/problem.mjs';
import { step } from './lib/progress.mjs';

requireNode();

async function start() {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== '--headless');
  if (unknown) throw new Problem(`npm start does not know ${unknown}. It knows: npm start -- --headless`);
  const headless = args.includes('--headless') || !hasDisplay();
  if (headless && !args.includes('--headless')) console.log('No display here: making one check without a window.');

  await step('dependencies', install);
  await offerDownload();
  const chromium = await step('Chromium', provideChromium);
  generate(inProject());
  const target = headless ? TARGETS.e2e : TARGETS.chrome;
  await step('build', () => build(target));
  if (headless) await checkHeadless(chromium, target.folder);
  else await showWindow(chromium, target.folder);
}

/**
 * Stays until the browser is closed, by its window or by Ctrl+C here.
 * @param {string} chromium
 * @param {string} extension
 */
async function showWindow(chromium, extension) {
  const profile = inProject('.cache', 'profile');
  const browser = await openBrowser({ chromium, headless: false, profile });
  const closed = new Promise((resolve) => browser.once('disconnected', resolve));
  const close = () => void browser.close().catch(() => {});
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, close);
  try {
    await openApp(browser, extension);
    // Under automation, and on macOS always, Chromium keeps running without windows.
    browser.on('targetdestroyed', async () => (await browser.pages().catch(() => [])).length === 0 && close());
    console.log(`Rebound is open. Its data is in ${profile}. Close the window to stop.`);
    await closed;
  } finally {
    close();
  }
}

try {
  await start();
} catch (error) {
  console.error(`\n${describe(error)}`);
  process.exitCode = 1;
}
