import { readFileSync } from 'node:fs';
import { inProject } from './paths.mjs';

/** Ends the command with one clear line if Node is too old, before something else fails less clearly. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const oldest = engines.node.replace('>=', '');
  if (isAtLeast(process.versions.node, oldest)) return;
  console.error(`Rebound needs Node ${oldest} or newer; this is ${process.versions.node}. With nvm: nvm install && nvm use`);
  process.exit(1);
}

/**
 * @param {string} version
 * @param {string} oldest
 */
function isAtLeast(version, oldest) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
