import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { canInstallPackages, installPackages } from './apt.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';
import { runTool } from './tool.mjs';
import { isProgram, which } from './which.mjs';

/** .puppeteerrc.cjs prevents the download during `npm ci`. A browser that is requested by name is downloaded nevertheless. */
const DOWNLOAD = ['browsers', 'install', 'chrome'];

/**
 * Finds the Chromium to use: CHROME_PATH, the system's, or the one that Puppeteer downloaded. On Debian, installs one as root if there is none.
 * @returns {Promise<string>} The path of its program.
 */
export async function provideChromium() {
  const found = chosenChromium() ?? (await findChromium());
  if (found) return found;
  if (canInstallPackages()) {
    await installPackages('chromium');
    const installed = await findChromium();
    if (installed) return installed;
  }
  const command = canDownload() ? ` To download one for Rebound alone, run: npx puppeteer ${DOWNLOAD.join(' ')}` : '';
  throw new Problem(
    `No Chromium found. Install Chromium or Google Chrome (on Debian, root gets it from this command), or set CHROME_PATH to one.${command}`,
  );
}

/**
 * On macOS and Windows without a Chromium: asks whether to download one, and does so. Without a terminal nobody can answer;
 * `provideChromium` then names the command.
 */
export async function offerDownload() {
  if (!canDownload() || !process.stdin.isTTY || !process.stdout.isTTY) return;
  if (chosenChromium() ?? (await findChromium())) return;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('No Chromium found. Download Chrome for Testing (about 200 MB) for Rebound? [y/n] ');
  terminal.close();
  if (/^y(es)?$/i.test(answer.trim())) await step('download of Chrome', () => runTool({ package: 'puppeteer' }, DOWNLOAD));
}

/** Chrome for Testing also exists for Linux, but lacks the system libraries that a distribution's own package brings along. */
const canDownload = () => process.platform === 'darwin' || process.platform === 'win32';

function chosenChromium() {
  const chosen = process.env.CHROME_PATH;
  if (!chosen || isProgram(chosen)) return chosen || undefined;
  throw new Problem(`CHROME_PATH is ${chosen}, which is not a program. Set it to a Chromium or Chrome, or unset it.`);
}

async function findChromium() {
  for (const file of candidates()) {
    if (await starts(file)) return file;
  }
  return findDownloaded();
}

/** @returns {string[]} */
function candidates() {
  const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => which(name));
  return [...onPath, ...usualPlaces()].filter((file) => file !== undefined).filter(isProgram);
}

function usualPlaces() {
  const { HOME, PROGRAMFILES, LOCALAPPDATA } = process.env;
  if (process.platform === 'darwin') {
    const programs = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];
    return ['/Applications', join(HOME ?? '', 'Applications')].flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  if (process.platform === 'win32') {
    const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter((folder) => folder !== undefined);
    const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  return [];
}

/** The browser in Puppeteer's own folder, of the version that this Puppeteer drives. */
async function findDownloaded() {
  if (!canDownload()) return undefined;
  // Imported here, because dependencies may have been installed a moment ago.
  const { default: puppeteer } = await import('puppeteer');
  const file = puppeteer.executablePath();
  return isProgram(file) ? file : undefined;
}

/**
 * On Ubuntu, chromium-browser may be a script that only asks for a snap. Windows has no such scripts, and `--version` would open a window there.
 * @param {string} file
 */
async function starts(file) {
  return process.platform === 'win32' || (await run(file, ['--version'])).ok;
}
