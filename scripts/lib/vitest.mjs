import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests, ONE } from './counts.mjs';
import { tryTool } from './tool.mjs';

/**
 * Runs Vitest and counts its tests. A missing report, which means a crash, counts as one failure.
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ counts: import('./counts.mjs').Counts, output: string }>}
 */
export async function runVitest(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rebound-vitest-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { ok, output } = await tryTool({ package: 'vitest' }, ['run', ...args, ...reporters], { env });
    const counts = countReport(report, ok);
    return { counts, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {boolean} exitedWell
 */
function countReport(file, exitedWell) {
  try {
    return countTests(JSON.parse(readFileSync(file, 'utf8')), exitedWell);
  } catch {
    return ONE.fail;
  }
}
