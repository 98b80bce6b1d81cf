import { canInstallPackages, installPackages } from './apt.mjs';
import { Problem } from './problem.mjs';
import { which } from './which.mjs';

/**
 * Provides dbus-daemon, behind which the end-to-end tests put their stand-in for BlueZ. Chromium speaks D-Bus on Linux only.
 * @returns {Promise<boolean>} Whether such a radio is possible here.
 */
export async function provideRadio() {
  if (process.platform !== 'linux') return false;
  if (which('dbus-daemon')) return true;
  if (canInstallPackages()) await installPackages('dbus');
  if (which('dbus-daemon')) return true;
  throw new Problem("No dbus-daemon found, which the tests' stand-in radio needs. Install the package dbus.");
}
