/**
 * `npm run generate`: writes the list of each kind of which adding one is one file (scripts/lib/registries.mjs). With --check it writes
 * nothing, and ends with 1 when a list is out of date.
 */
import { generate, requireUpToDate } from './lib/generate.mjs';
import { inProject } from './lib/paths.mjs';
import { describe } from './lib/problem.mjs';

try {
  if (process.argv.includes('--check')) requireUpToDate(inProject());
  else for (const file of generate(inProject())) console.log(`written or deleted: ${file}`);
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}
