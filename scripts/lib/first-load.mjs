import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Problem } from './problem.mjs';

/** The name of the demo strap. Only the built code of the simulated peripherals contains it. */
const SIMULATED = 'Rebound demo strap';

/**
 * Checks a build: the simulated peripherals are in it, and no page or script fetches them before one is used.
 * @param {string} folder of the build
 * @returns {string} What was looked at, in words.
 * @throws {Problem}
 */
export function requireSimulatedOnDemand(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const scripts = new Map(files.filter((file) => file.endsWith('.js')).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const simulated = [...scripts].filter(([, text]) => text.includes(SIMULATED)).map(([file]) => file);
  if (simulated.length === 0) throw new Problem(`No script of the build has "${SIMULATED}" in it, so nothing can be checked by it.`);
  const pages = files.filter((file) => file.endsWith('.html'));
  const first = [...scripts.keys()].filter((file) => !file.includes('/'));
  for (const page of pages) first.push(...listScripts(page, readFileSync(join(folder, page), 'utf8')));
  const loaded = new Set(first);
  for (const file of loaded) for (const next of staticImports(file, scripts.get(file) ?? '')) loaded.add(next);
  const early = simulated.filter((file) => loaded.has(file));
  if (early.length > 0) throw new Problem(`Simulated peripherals are loaded before one is used: ${early.join(', ')}`);
  return `${loaded.size} of ${scripts.size} scripts are loaded at once, ${simulated.join(', ')} on demand`;
}

/** @param {string} page @param {string} text */
function listScripts(page, text) {
  return [...text.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => inBuild(page, path));
}

/** @param {string} file @param {string} text */
function staticImports(file, text) {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g)].map(([, path = '']) => inBuild(file, path));
}

/** @param {string} from @param {string} path as `from` names it */
function inBuild(from, path) {
  return path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
}
