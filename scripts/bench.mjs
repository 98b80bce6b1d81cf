/**
 * Benchmarks. Each prints one JSON document and ends with 1 when something is over its limit.
 *
 * - `npm run bench -- hrv`: the HRV engine, by the processor time of this process, so that a busy machine does not look like slow code.
 * - `npm run bench -- planner`: a plan, likewise.
 * - `npm run bench -- app`: popup and Trends in Chromium, with an empty database and with ten years in it (builds the extension first); by
 * the wall clock.
 * - `npm run bench -- card`: time of a page's main thread that the card uses.
 */
import { tsImport } from 'tsx/esm/api';
import { build, TARGETS } from './lib/build.mjs';

const suites = {
  hrv: async () => {
    const { benchHrv } = await tsImport('../test/bench/hrv.ts', import.meta.url);
    const result = benchHrv();
    return { result, over: result.timings.some(({ medianCpu, bar }) => bar !== null && medianCpu > bar) };
  },
  planner: async () => {
    const { benchPlanner } = await tsImport('../test/bench/planner.ts', import.meta.url);
    const result = benchPlanner();
    return { result, over: result.timings.some(({ medianCpu, bar }) => bar !== null && medianCpu > bar) };
  },
  app: async () => {
    await build(TARGETS.e2e);
    const { benchApp } = await tsImport('../test/bench/app.ts', import.meta.url);
    const result = await benchApp();
    return { result, over: result.some(({ tenYears, bar }) => bar !== null && tenYears > bar) };
  },
  card: async () => {
    await build(TARGETS.e2e);
    const { benchCard } = await tsImport('../test/bench/card.ts', import.meta.url);
    const result = await benchCard();
    return { result, over: result.some(({ median, bar }) => median > bar) };
  },
};

const suite = suites[process.argv.slice(2).join()];
if (suite === undefined) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(suites).join(' | ')}\n`);
  process.exit(2);
}
const { result, over } = await suite();
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
process.exitCode = over ? 1 : 0;
