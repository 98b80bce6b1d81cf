/**
 * `npm run soak -- bluetooth [--sessions 10000] [--seed 1] [--first 0]`: random sessions in simulation; `--first N --sessions 1` repeats
 * session N. `npm run soak -- planner [--scenarios 100000] [--seed 1]`: plans for random situations, checked against the rules of the
 * sources. `npm run soak -- items [--scenarios 10000] [--first 0]`: every item of such plans, started and logged with exactly its dose.
 * Each prints one JSON document and ends with 1 when anything was wrong.
 * `npm run soak -- profiles|stop|pages|schedules|conformance [--runs 10000] [--seed N]`: a property test of `npm test` with more inputs. Vitest reports.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sessions: { type: 'string', default: '10000' },
    scenarios: { type: 'string', default: '100000' },
    seed: { type: 'string' },
    first: { type: 'string', default: '0' },
    runs: { type: 'string', default: '10000' },
  },
});
/** Property tests that try only a few inputs in `npm test`. */
const PROPERTY_TESTS = new Map([
  ['profiles', 'test/lib/devices/profile/hostile.test.ts'],
  ['stop', 'test/lib/devices/session/stop.test.ts'],
  ['pages', 'test/lib/sites/mutations.test.ts'],
  ['schedules', 'test/lib/devices/links/schedules.test.ts'],
  ['conformance', 'test/lib/devices/drivers/open-recovery/conformance/good-devices.test.ts'],
]);
const numbers = [values.sessions, values.scenarios, values.seed ?? 1, values.first, values.runs].map(Number);
const [sessions, scenarios, seed, first, runs] = numbers;
const what = positionals.join();
if (!['bluetooth', 'planner', 'items', ...PROPERTY_TESTS.keys()].includes(what) || !numbers.every(Number.isInteger)) {
  process.stderr.write(
    'usage: npm run soak -- bluetooth [--sessions N] [--seed N] [--first N] | planner [--scenarios N] [--seed N] | items [--scenarios N] [--first N] | profiles|stop|pages|schedules|conformance [--runs N] [--seed N]\n',
  );
  process.exit(2);
}
const propertyTest = PROPERTY_TESTS.get(what);
if (propertyTest !== undefined) process.exit(soakPropertyTest(propertyTest));

// The build sets this for lib/core/clock.ts; here it is set by hand.
Object.assign(globalThis, { __HELD_CLOCK__: true });
let unhandled = 0;
process.on('unhandledRejection', (error) => {
  unhandled++;
  process.stderr.write(`unhandled rejection: ${error}\n`);
});
const startedMs = performance.now();
const { result, wrong } = await { planner: soakPlans, items: soakItems, bluetooth: soakSessions }[what]();
const tookS = Math.round((performance.now() - startedMs) / 100) / 10;
process.stdout.write(`${JSON.stringify({ ...result, unhandledRejections: unhandled, tookS }, null, 2)}\n`);
process.exitCode = wrong + unhandled > 0 ? 1 : 0;

async function soakPlans() {
  const { soakPlanner } = await tsImport('../test/soak/planner.ts', import.meta.url);
  const result = soakPlanner({ scenarios, seed });
  return { result, wrong: result.broken };
}

async function soakItems() {
  const { checkItems } = await tsImport('../test/support/session-items.ts', import.meta.url);
  const result = checkItems(scenarios, first);
  return { result, wrong: result.wrong.length };
}

async function soakSessions() {
  const { soakBluetooth } = await tsImport('../test/soak/bluetooth.ts', import.meta.url);
  const result = await soakBluetooth({ sessions, seed, first });
  return { result, wrong: result.wrongSessions };
}

/**
 * @param {string} file
 * @returns {number}
 */
function soakPropertyTest(file) {
  const env = { ...process.env, REBOUND_RUNS: `${runs}`, ...(values.seed === undefined ? {} : { REBOUND_SEED: values.seed }) };
  const vitest = new URL('../node_modules/vitest/vitest.mjs', import.meta.url).pathname;
  return spawnSync(process.execPath, [vitest, 'run', file], { env, stdio: 'inherit' }).status ?? 1;
}
