/**
 * `npm run conformance [-- TEXT] [--json]`: the conformance test of the Open Recovery Profile on good and bad devices, with time that is
 * advanced at once. Prints a row for each: the device, the rules that the test found broken, and what it saw. TEXT leaves out the devices
 * whose name does not contain it. Ends with 1 when a device was judged wrongly.
 */
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
const { readRows } = await tsImport('../test/conformance/table.ts', import.meta.url);

const rows = [];
for await (const row of readRows(positionals.join(' '))) {
  rows.push(row);
  if (!values.json) process.stdout.write(`${toLine(row)}\n`);
}
const wrong = rows.filter(({ right }) => !right);
const bad = rows.filter(({ breaks }) => breaks.length > 0);
const counts = { devices: rows.length, good: rows.length - bad.length, bad: bad.length, judgedWrongly: wrong.length };
process.stdout.write(
  values.json
    ? `${JSON.stringify({ ...counts, rows }, null, 2)}\n`
    : `${counts.good} good and ${counts.bad} bad devices, ${counts.judgedWrongly} judged wrongly\n`,
);
process.exitCode = wrong.length > 0 || rows.length === 0 ? 1 : 0;

/** @param {{ device: string, breaks: readonly string[], failed: readonly string[], saw: string, right: boolean }} row */
function toLine({ device, breaks, failed, saw, right }) {
  const verdict = failed.length === 0 ? 'conforms' : `breaks ${failed.join(' ')}`;
  const should = right ? '' : ` | WRONG: should ${breaks.length === 0 ? 'conform' : `break ${breaks.join(' ')}`}`;
  return `${right ? 'ok ' : '!! '} ${device} | ${verdict}${saw === '' ? '' : ` | ${saw}`}${should}`;
}
