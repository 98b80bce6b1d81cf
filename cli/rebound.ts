/** `npm run --silent rebound -- COMMAND …`: the pure rooms on files. One JSON document on standard output; errors on standard error. */
import { commandLine } from './command-line';

const { stdout, stderr, status } = await commandLine(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
