import { add, inWords, ONE } from './counts.mjs';
import { describe } from './problem.mjs';
import { progress } from './progress.mjs';

/**
 * One line of `npm test`.
 * @typedef {object} Check
 * @property {string} name
 * @property {readonly string[]} [needs] Checks that must succeed before this one.
 * @property {boolean} [beside] It waits for the network or a disk, and runs in parallel with the others; such checks run one after another.
 * @property {() => Promise<Finding | string | void>} run Throws when the check fails. A returned text is printed after the "ok".
 *
 * The result of a check that counts its own tests, or that cannot run on this machine.
 * @typedef {{ counts: import('./counts.mjs').Counts, output?: string, note?: string }} Finding
 */

/** @typedef {{ finding: Finding, usable: boolean, seconds: number }} Outcome */

/**
 * Runs all checks, each after those that it needs, and continues after a failure so that one run reports everything. Lines are printed in
 * list order, whenever a check ends.
 * @param {readonly Check[]} checks
 */
export async function runChecks(checks) {
  const outcomes = new Map(checks.map(({ name }) => [name, later()]));
  const findOutcome = (/** @type {string} */ name) => /** @type {ReturnType<typeof later>} */ (outcomes.get(name));
  const lane = async (/** @type {readonly Check[]} */ some) => {
    for (const check of some) findOutcome(check.name).resolve(await afterNeeds(check, (name) => findOutcome(name).promise));
  };
  void lane(checks.filter(({ beside }) => beside));
  void lane(checks.filter(({ beside }) => !beside));
  let counts = ONE.none;
  /** @type {string[]} */
  const failed = [];
  for (const [index, { name }] of checks.entries()) {
    const line = progress(`${index + 1}/${checks.length} ${name}`);
    const { finding, seconds } = await findOutcome(name).promise;
    counts = add(counts, finding.counts);
    if (finding.counts.failed > 0) failed.push(name);
    line.end([wordFor(finding.counts), finding.note].filter(Boolean).join(', '), seconds);
    if (finding.counts.failed > 0) console.log(`\n${finding.output?.trim()}\n`);
  }
  return { counts, failed };
}

/**
 * @param {Check} check
 * @param {(name: string) => Promise<Outcome>} findOutcome
 * @returns {Promise<Outcome>}
 */
async function afterNeeds(check, findOutcome) {
  for (const name of check.needs ?? []) {
    if (!(await findOutcome(name)).usable) return { finding: { counts: ONE.skip, note: `needs: ${name}` }, usable: false, seconds: 0 };
  }
  const began = Date.now();
  const finding = await make(check);
  return { finding, usable: finding.counts.failed === 0, seconds: Math.round((Date.now() - began) / 1000) };
}

function later() {
  /** @type {(outcome: Outcome) => void} */
  let resolve = () => {};
  /** @type {Promise<Outcome>} */
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/**
 * @param {Check} check
 * @returns {Promise<Finding>}
 */
async function make(check) {
  try {
    const result = await check.run();
    if (!result) return { counts: ONE.pass };
    if (typeof result === 'string') return { counts: ONE.pass, note: result };
    return { note: inWords(result.counts), ...result };
  } catch (error) {
    return { counts: ONE.fail, output: describe(error) };
  }
}

/** @param {import('./counts.mjs').Counts} counts */
function wordFor({ passed, failed }) {
  if (failed > 0) return 'FAILED';
  return passed > 0 ? 'ok' : 'skipped';
}
