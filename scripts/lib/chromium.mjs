import { join } from 'node:path';
import { canInstallPackages, installPackages } from './apt.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { isProgram, which } from './which.mjs';

/**
 * The Chromium to use: CHROME_PATH, else the system's, else the one that apt-get installs.
 * @returns {Promise<string>} The path of its program.
 */
export async function provideChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Problem(`CHROME_PATH is ${chosen}, and that is no program. Set it to a Chromium or Chrome, or unset it.`);
  }
  const found = await findChromium();
  if (found) return found;
  if (canInstallPackages()) {
    await installPackages('chromium');
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Problem(
    'No Chromium found. Install Chromium or Google Chrome (on Debian, root gets it from this command), or set CHROME_PATH to one.',
  );
}

async function findChromium() {
  for (const file of candidates()) {
    if (await starts(file)) return file;
  }
  return undefined;
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

/**
 * Ubuntu's chromium-browser may be a script that only asks for a snap. On Windows `--version` would open a window, and nothing pretends.
 * @param {string} file
 */
async function starts(file) {
  return process.platform === 'win32' || (await run(file, ['--version'])).ok;
}
