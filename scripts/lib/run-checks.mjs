import { add, inWords, ONE } from './counts.mjs';
import { describe } from './problem.mjs';
import { progress } from './progress.mjs';

/**
 * One line of `npm test`.
 * @typedef {object} Check
 * @property {string} name
 * @property {readonly string[]} [needs] The checks without whose success this one would say nothing.
 * @property {() => Promise<Finding | string | void>} run Throws when the check fails. Text stands behind the "ok".
 *
 * A check that counts for itself, or cannot be made on this machine.
 * @typedef {{ counts: import('./counts.mjs').Counts, output?: string, note?: string }} Finding
 */

/**
 * Makes all checks, each after what it needs, and goes on after a failure so that one run reports everything.
 * @param {readonly Check[]} checks
 */
export async function runChecks(checks) {
  let counts = ONE.none;
  /** @type {string[]} */
  const failed = [];
  /** @type {string[]} */
  const unmade = [];
  for (const [index, check] of checks.entries()) {
    const line = progress(`${index + 1}/${checks.length} ${check.name}`);
    const missing = check.needs?.find((name) => failed.includes(name) || unmade.includes(name));
    const finding = missing ? { counts: ONE.skip, note: `needs: ${missing}` } : await make(check);
    counts = add(counts, finding.counts);
    if (missing) unmade.push(check.name);
    if (finding.counts.failed > 0) failed.push(check.name);
    line.end([wordFor(finding.counts), finding.note].filter(Boolean).join(', '));
    if (finding.counts.failed > 0) console.log(`\n${finding.output?.trim()}\n`);
  }
  return { counts, failed };
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
