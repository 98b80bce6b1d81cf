/** `npm run icons`: draws public/icon/*.png from the SVG files next to them. Run it after changing those, and commit the result. */
import { readFileSync } from 'node:fs';
import { openBrowser } from './lib/browser.mjs';
import { provideChromium } from './lib/chromium.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inProject } from './lib/paths.mjs';

requireNode();

/** The smallest sizes have a drawing of their own, on a grid of 16: a line scaled down to them would be thin and blurred. */
const DRAWINGS = [
  { source: 'rebound-small.svg', sizes: [16, 32] },
  { source: 'rebound.svg', sizes: [48, 96, 128] },
];

await install();
const browser = await openBrowser({ chromium: await provideChromium(), headless: true });
try {
  const page = await browser.newPage();
  for (const { source, sizes } of DRAWINGS) {
    const svg = readFileSync(inProject('public', 'icon', source), 'utf8');
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size });
      await page.screenshot({ path: inProject('public', 'icon', `${size}.png`), omitBackground: true });
      console.log(`public/icon/${size}.png`);
    }
  }
} finally {
  await browser.close();
}
