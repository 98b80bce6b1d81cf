import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { which } from './which.mjs';

export const isRoot = () => process.getuid?.() === 0;

/** Whether system packages can be installed here: on Debian or a derivative, as root. */
export const canInstallPackages = () => process.platform === 'linux' && isRoot() && which('apt-get') !== undefined;

/** @param {readonly string[]} packages */
export async function installPackages(...packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // An unreachable source fails the update, but the package may come from another one: only the installation decides.
  const update = await run('apt-get', ['update'], { env });
  const { ok, output } = await run('apt-get', ['install', '--yes', ...packages], { env });
  const names = packages.join(' and ');
  if (!ok) throw new Problem(`apt-get could not install ${names}. Install it by hand and try again.`, `${update.output}\n${output}`);
}
