import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './source';

const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/** The rules that Biome, with this project's settings, finds broken in each of the made-up files; the paths are from the root. */
export function lint(files: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'rebound-lint-'));
  try {
    cpSync(join(ROOT, 'biome.json'), join(root, 'biome.json'));
    cpSync(join(ROOT, 'scripts/lint'), join(root, 'scripts/lint'), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const options = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', 'lib'];
    const { stdout, stderr } = spawnSync(process.execPath, [BIOME, ...options], { cwd: root, encoding: 'utf8' });
    return group(stdout, stderr);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function group(stdout: string, stderr: string): Map<string, string[]> {
  if (!stdout.startsWith('{')) throw new Error(`biome printed no result: ${stdout}${stderr}`);
  const found = new Map<string, string[]>();
  const { diagnostics }: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(stdout);
  for (const { category, location } of diagnostics) {
    const path = location.path.replaceAll('\\', '/');
    found.set(path, [...(found.get(path) ?? []), category]);
  }
  return found;
}
