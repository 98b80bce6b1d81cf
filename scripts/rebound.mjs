/**
 * Starts the command line of cli/ with tsx. Standard output is reserved for the command, so that its JSON can be piped. Missing
 * dependencies are installed first, with progress on standard error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (!existsSync(join(root, 'node_modules/tsx'))) {
  process.stderr.write('rebound: installing what is missing …\n');
  const { status } = spawnSync('npm', ['ci', '--silent'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) {
    process.stderr.write('rebound: npm ci failed; run it by hand to see why\n');
    process.exit(1);
  }
}
const tsx = createRequire(join(root, 'package.json')).resolve('tsx/cli');
const { status } = spawnSync(process.execPath, [tsx, join(root, 'cli/rebound.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
