import { canInstallPackages, installPackages } from './apt.mjs';
import { Problem } from './problem.mjs';
import { which } from './which.mjs';

/**
 * Provides dbus-daemon, on which the end-to-end tests simulate BlueZ. Chromium uses D-Bus on Linux only.
 * @returns {Promise<boolean>} Whether a simulated radio is possible here.
 */
export async function provideRadio() {
  if (process.platform !== 'linux') return false;
  if (which('dbus-daemon')) return true;
  if (canInstallPackages()) await installPackages('dbus');
  if (which('dbus-daemon')) return true;
  throw new Problem("No dbus-daemon found, which the tests' simulated radio needs. Install the package dbus.");
}
