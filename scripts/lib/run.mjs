import { spawn } from 'node:child_process';
import { inProject } from './paths.mjs';

/** Far longer than any step takes: a hung tool fails instead of blocking the terminal for good. */
const TIMEOUT_MIN = 20;

/**
 * Runs a command in the project and collects its output. Never throws: a command that cannot start is a failure with the reason as output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, shell?: boolean }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(command, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: inProject(),
      env: { ...inheritedEnv(), ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MIN * 60_000,
    });
    let output = '';
    const collect = (/** @type {string} */ text) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => resolve({ ok: false, output: `${command} did not start: ${error.message}` }));
    child.on('exit', (code, signal) => {
      if (signal) collect(`\n${command} was ended by ${signal}; a step may take ${TIMEOUT_MIN} minutes.`);
      const end = () => resolve({ ok: code === 0, output });
      child.on('close', end);
      // A grandchild that outlives its parent keeps the pipes open; its output is not worth waiting for.
      setTimeout(end, 2000).unref();
    });
  });
}

/** A NODE_ENV set in the user's shell would change what npm installs and what Vite builds. Colours belong on a terminal, not in a log. */
function inheritedEnv() {
  const { NODE_ENV: _, ...rest } = process.env;
  return process.stdout.isTTY ? rest : { ...rest, NO_COLOR: '1' };
}
