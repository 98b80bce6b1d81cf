import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { npm } from './npm.mjs';
import { inProject } from './paths.mjs';
import { Problem } from './problem.mjs';

const WANTED = inProject('package-lock.json');
/** npm's own list of what it put into node_modules, written when an installation is complete. */
const PRESENT = inProject('node_modules', '.package-lock.json');
/** Inside node_modules, so that it disappears with it. */
const STAMP = inProject('node_modules', '.rebound-install');

const SYSTEM = `${process.platform}\n${process.arch}\n`;

/**
 * Installs the dependencies unless exactly those of the lock file are there.
 * @returns {Promise<string>} What was done, in a few words.
 */
export async function install() {
  if (isCurrent()) return 'nothing missing';
  // --loglevel: under `npm test --silent` a failing npm ci would say nothing. --include: a shell's NODE_ENV or omit=dev would leave out the tools.
  const { ok, output } = await npm(['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund']);
  if (!ok) throw new Problem('npm ci failed. It needs the network, and package.json and package-lock.json that agree.', output);
  writeStamp();
  return 'installed';
}

function isCurrent() {
  if (!existsSync(PRESENT)) return false;
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : SYSTEM;
  if (stamp === fingerprint()) return true;
  // A folder mounted into another system has the wrong binaries; a folder filled by hand may be right.
  if (!stamp.startsWith(SYSTEM) || !holdsWhatIsWanted()) return false;
  writeStamp();
  return true;
}

const writeStamp = () => writeFileSync(STAMP, fingerprint());

/** Compares contents, because file times mean nothing after a checkout. */
function fingerprint() {
  const hash = (/** @type {string} */ file) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return `${SYSTEM}${hash(WANTED)}\n${hash(PRESENT)}`;
}

/** Whether the installed packages are those of the lock file. Optional ones may be missing where they are for another system. */
function holdsWhatIsWanted() {
  const present = readPackages(PRESENT);
  return Object.entries(readPackages(WANTED)).every(([place, { version, integrity, optional }]) => {
    const found = present[place];
    if (place === '' || (optional && !found)) return true;
    return found?.version === version && found?.integrity === integrity;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
const readPackages = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;
