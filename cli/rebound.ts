/** `npm run --silent rebound -- COMMAND …`: the pure rooms on files. One JSON document on standard output; errors on standard error. */
import { analyze } from './analyze';
import { BadInput } from './failure';
import { plan } from './plan';
import { readPage } from './read-page';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<unknown>>> = { analyze, plan, 'read-page': readPage };

const USAGE =
  'usage: npm run --silent rebound -- analyze FILE… [--device chest|optical|ear|ecg] [--elapsed-s N] [--series raw|one-pass|product], plan SCENARIO.json, or read-page --url URL FILE.html [--page-data FILE.json]';

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (command === undefined) throw new BadInput(name === '' ? USAGE : `there is no command “${name}”; ${USAGE}`);
  process.stdout.write(`${JSON.stringify(await command(args), null, 2)}\n`);
}

main().catch((error: unknown) => {
  const bad = error instanceof BadInput;
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`rebound: ${bad ? '' : 'failed: '}${text.replaceAll('\n', ' ')}\n`);
  process.exitCode = bad ? 2 : 1;
});
