import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { which } from './which.mjs';

export const isRoot = () => process.getuid?.() === 0;

/** Whether this machine lets us install a system package: Debian or a relative of it, as root. */
export const canInstallPackages = () => process.platform === 'linux' && isRoot() && which('apt-get') !== undefined;

/** @param {readonly string[]} packages */
export async function installPackages(...packages) {
  const calls = [['update'], ['install', '--yes', ...packages]];
  for (const args of calls) {
    const { ok, output } = await run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (!ok) throw new Problem(`apt-get ${args.join(' ')} failed. Install ${packages.join(' and ')} by hand and try again.`, output);
  }
}
