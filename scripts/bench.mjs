/**
 * `npm run bench -- hrv`: how long the engine takes, as one JSON document on standard output. Ends with 1 when a median is over its bar:
 * by the processor's time of this process, so that a busy machine is not taken for slow code.
 */
import { tsImport } from 'tsx/esm/api';

if (process.argv.slice(2).join() !== 'hrv') {
  process.stderr.write('usage: npm run bench -- hrv\n');
  process.exit(2);
}
const { benchHrv } = await tsImport('../test/bench/hrv.ts', import.meta.url);
const result = benchHrv();
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
process.exitCode = result.timings.some(({ medianCpu, bar }) => bar !== null && medianCpu > bar) ? 1 : 0;
