import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './paths.mjs';
import { Problem } from './problem.mjs';
import { runTool } from './tool.mjs';

/** @typedef {{ args: readonly string[], folder: string }} Target */

/** The builds, and where wxt.config.ts puts them. */
export const TARGETS = {
  chrome: { args: [], folder: inProject('.output', 'chrome-mv3') },
  firefox: { args: ['-b', 'firefox'], folder: inProject('.output', 'firefox-mv3') },
  e2e: { args: ['--mode', 'e2e'], folder: inProject('.output', 'chrome-mv3-e2e') },
};

/** @param {Target} target */
export async function build({ args, folder }) {
  const output = await runTool({ package: 'wxt' }, ['build', ...args]);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Problem(`wxt build succeeded, but there is no manifest.json in ${folder}.`, output);
}
