/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Readonly<Record<'none' | 'pass' | 'fail' | 'skip', Counts>>} */
export const ONE = {
  none: { passed: 0, failed: 0, skipped: 0 },
  pass: { passed: 1, failed: 0, skipped: 0 },
  fail: { passed: 0, failed: 1, skipped: 0 },
  skip: { passed: 0, failed: 0, skipped: 1 },
};

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });

/**
 * `12 passed, 0 failed`, with `, 3 skipped` when there are any.
 * @param {Counts} counts
 */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * Counts the tests in a report of Vitest's JSON reporter. A failure outside a test counts too: a file that cannot be imported, a hook that
 * throws, an unhandled error, and a run without any test.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @param {boolean} exitedWell
 * @returns {Counts}
 */
export function countTests(report, exitedWell) {
  const counts = report.testResults.map(countFile).reduce(add, ONE.none);
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0;
  const failedElsewhere = !exitedWell && counts.failed === 0;
  return ranNothing || failedElsewhere ? add(counts, ONE.fail) : counts;
}

/**
 * @param {{ status: string, assertionResults: { status: string }[] }} file
 * @returns {Counts}
 */
function countFile({ status, assertionResults }) {
  const passed = assertionResults.filter((test) => test.status === 'passed').length;
  const failed = assertionResults.filter((test) => test.status === 'failed').length;
  const skipped = assertionResults.length - passed - failed;
  return { passed, failed: status === 'failed' ? Math.max(failed, 1) : failed, skipped };
}
