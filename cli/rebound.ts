/**
 * `npm run --silent rebound -- COMMAND …`: runs the pure rooms on files. Prints one JSON document on standard output, and errors on
 * standard error.
 */
import { commandLine } from './command-line';

const { stdout, stderr, status } = await commandLine(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
