import { basename } from 'node:path';
import { run } from './run.mjs';

/**
 * Runs the npm that started this command, or the one on the PATH.
 * @param {readonly string[]} args
 */
export function npm(args) {
  const script = process.env.npm_execpath;
  if (script && basename(script) === 'npm-cli.js') return run(process.execPath, [script, ...args]);
  // On Windows npm is a .cmd file, which only a shell can start.
  return run('npm', args, { shell: process.platform === 'win32' });
}
