/**
 * `npm run mutate -- ROOM [--sample 100] [--seed 1] [--tests 12]`: makes small changes to the code of a room, one at a time, and runs the
 * nearest tests. A room is a folder of lib/ (inputs, catalogue, devices/safety …) or `card`: the code of the card that a page can reach.
 * Prints the changes that no test noticed as one JSON document; ends with 1 when fewer than 90 % were noticed.
 */
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';

const LEAST_SCORE = 0.9;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string', default: '12' },
  },
});
const [sample, seed, tests] = [values.sample, values.seed, values.tests].map(Number);
const [room, ...others] = positionals;
if (room === undefined || others.length > 0 || ![sample, seed, tests].every((one) => Number.isInteger(one) && one > 0)) {
  process.stderr.write('usage: npm run mutate -- ROOM [--sample N] [--seed N] [--tests N]\n');
  process.exit(2);
}
const startedMs = performance.now();
const { mutateRoom } = await tsImport('../test/mutate/run.ts', import.meta.url);
const result = await mutateRoom({ room, sample, seed, tests, report: (line) => process.stderr.write(`${line}\n`) });
const tookS = Math.round((performance.now() - startedMs) / 100) / 10;
process.stdout.write(`${JSON.stringify({ ...result, tookS }, null, 2)}\n`);
process.exit(result.score < LEAST_SCORE ? 1 : 0);
