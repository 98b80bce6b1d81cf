import { analyze } from './analyze';
import { BadInput } from './failure';
import { plan } from './plan';
import { readSavedPage } from './read-page';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<unknown>>> = { analyze, plan, 'read-page': readSavedPage };

const USAGE =
  'usage: npm run --silent rebound -- analyze FILE… [--device chest|optical|ear|ecg] [--elapsed-s N] [--series raw|one-pass|product], plan SCENARIO.json, or read-page --url URL FILE.html [--page-data FILE.json]';

/** The result of a command: its two outputs and its exit code: 0, 2 for bad input, 1 for an internal failure. */
export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: 0 | 1 | 2;
}

/** Runs one command. Never rejects. */
export async function commandLine([name = '', ...args]: readonly string[]): Promise<CommandResult> {
  try {
    const command = COMMANDS[name];
    if (command === undefined) throw new BadInput(name === '' ? USAGE : `there is no command “${name}”; ${USAGE}`);
    return { stdout: `${JSON.stringify(await command(args), null, 2)}\n`, stderr: '', status: 0 };
  } catch (error) {
    const bad = error instanceof BadInput;
    const text = error instanceof Error ? error.message : String(error);
    return { stdout: '', stderr: `rebound: ${bad ? '' : 'failed: '}${text.replaceAll('\n', ' ')}\n`, status: bad ? 2 : 1 };
  }
}
