import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type CommandResult, commandLine } from '../../cli/command-line';

/** The command line in tests: as a process, and within this process, because starting one takes seconds. */
const SCRIPT = join(import.meta.dirname, '../../scripts/rebound.mjs');

/** As a process, started in `folder`. */
export function reboundProcess(folder: string, ...args: readonly string[]): { stdout: string; stderr: string; status: number | null } {
  const { INIT_CWD: _, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, [SCRIPT, ...args], { cwd: folder, env, encoding: 'utf8' });
  return { stdout, stderr, status };
}

/** The same in this process. */
export async function rebound(folder: string, ...args: readonly string[]): Promise<CommandResult> {
  const before = process.env.INIT_CWD;
  process.env.INIT_CWD = folder;
  try {
    return await commandLine(args);
  } finally {
    if (before === undefined) delete process.env.INIT_CWD;
    else process.env.INIT_CWD = before;
  }
}
