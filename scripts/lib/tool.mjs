import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

/**
 * Runs an installed development tool by its script, which needs neither a shell nor the PATH and so works the same on Windows.
 * @param {{ package: string, bin?: string }} tool `bin` where it is not named like the package.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function tryTool(tool, args, options) {
  const folder = inProject('node_modules', tool.package);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[tool.bin ?? tool.package];
  return run(process.execPath, [join(folder, script), ...args], options);
}

/**
 * The same, but throws a problem unless it succeeds.
 * @param {Parameters<typeof tryTool>} call
 */
export async function runTool(...call) {
  const { ok, output } = await tryTool(...call);
  const [tool, args] = call;
  if (!ok) throw new Problem(`${[tool.bin ?? tool.package, ...args].join(' ')} failed.`, output);
  return output;
}
