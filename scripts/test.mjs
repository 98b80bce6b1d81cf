/**
 * `npm test`: all checks, from a fresh clone. The last line says how many passed and failed: every test counts, and so does every other
 * step.
 */
import { build, TARGETS } from './lib/build.mjs';
import { provideChromium } from './lib/chromium.mjs';
import { inWords, ONE } from './lib/counts.mjs';
import { provideRadio } from './lib/dbus.mjs';
import { requireSimulatedOnDemand } from './lib/first-load.mjs';
import { requireUpToDate } from './lib/generate.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inProject } from './lib/paths.mjs';
import { runChecks } from './lib/run-checks.mjs';
import { runTool } from './lib/tool.mjs';
import { runVitest } from './lib/vitest.mjs';
import { weights } from './lib/weights.mjs';

requireNode();

/** Results of earlier checks that the end-to-end tests need. */
const found = { chromium: '', radio: false };

/** @type {import('./lib/run-checks.mjs').Check[]} */
const checks = [
  { name: 'dependencies', run: install },
  { name: 'generated lists', run: () => Promise.resolve(requireUpToDate(inProject())) },
  {
    name: 'types',
    needs: ['dependencies'],
    async run() {
      // Writes .wxt/tsconfig.json, which the project's own extends.
      await runTool({ package: 'wxt' }, ['prepare']);
      await runTool({ package: 'typescript', bin: 'tsc' }, ['--noEmit']);
    },
  },
  {
    name: 'format and lint (biome)',
    needs: ['dependencies'],
    async run() {
      await runTool({ package: '@biomejs/biome', bin: 'biome' }, ['check', '.']);
    },
  },
  {
    name: 'unused code (knip)',
    needs: ['dependencies'],
    async run() {
      await runTool({ package: 'knip' }, []);
    },
  },
  { name: 'build for Chrome', needs: ['dependencies'], run: () => build(TARGETS.chrome) },
  { name: 'weight of what pages load', needs: ['build for Chrome'], run: weigh },
  { name: 'what pages load first', needs: ['build for Chrome'], run: async () => requireSimulatedOnDemand(TARGETS.chrome.folder) },
  { name: 'build for Firefox', needs: ['dependencies'], run: () => build(TARGETS.firefox) },
  { name: 'build for end-to-end tests', needs: ['dependencies'], run: () => build(TARGETS.e2e) },
  {
    // Before Chromium, because the end-to-end tests start after Chromium and need to know whether there is a radio.
    name: 'simulated radio (dbus-daemon)',
    beside: true,
    async run() {
      found.radio = await provideRadio();
      return found.radio ? undefined : { counts: ONE.skip, note: 'Linux only' };
    },
  },
  {
    name: 'Chromium',
    // On macOS and Windows, Puppeteer reports the path of the Chromium that it downloaded.
    needs: ['dependencies'],
    beside: true,
    async run() {
      found.chromium = await provideChromium();
      return found.chromium;
    },
  },
  { name: 'Firefox lint (web-ext)', needs: ['build for Firefox'], beside: true, run: lintFirefox },
  { name: 'unit tests', needs: ['dependencies'], run: () => runVitest([]) },
  { name: 'end-to-end tests', needs: ['build for end-to-end tests', 'Chromium'], run: testEndToEnd },
];

function weigh() {
  const found = weights(TARGETS.chrome.folder);
  const over = found.filter(({ bytes, bar }) => bytes > bar);
  const listInWords = (/** @type {typeof found} */ some) => some.map(({ file, bytes, bar }) => `${file} ${bytes} of ${bar}`).join(', ');
  if (found.length === 0 || over.length > 0) throw new Error(`too heavy, gzipped: ${listInWords(over)}`);
  return Promise.resolve(listInWords(found));
}

async function lintFirefox() {
  // With automatic discovery off, it stays offline and ignores a configuration in the user's home folder.
  const args = ['lint', '--source-dir', TARGETS.firefox.folder, '--no-config-discovery', '--no-input', '--boring'];
  await runTool({ package: 'web-ext' }, args, { env: { NO_UPDATE_NOTIFIER: '1' } });
}

function testEndToEnd() {
  /** @type {Record<string, string>} */
  const radio = found.radio ? {} : { REBOUND_NO_RADIO: '1' };
  return runVitest(['--config', 'vitest.e2e.config.ts'], { CHROME_PATH: found.chromium, ...radio });
}

const { counts, failed } = await runChecks(checks);
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '');
console.log(inWords(counts));
process.exitCode = failed.length > 0 ? 1 : 0;
