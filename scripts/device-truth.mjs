/**
 * `npm run device-truth [-- TEXT] [--json]`: stand-in devices that misbehave, what the screen says of each, and what was written to it since,
 * with time that is advanced at once. TEXT leaves out rows whose name does not contain it. Ends with 1 when the screen is wrong in any row,
 * or something was written that should not be.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
// A build puts it in; here lib/core/clock.ts finds it so.
Object.assign(globalThis, { __HELD_CLOCK__: true, browser: fakeBrowser });
const { readTruth } = await tsImport('../test/truth/table.ts', import.meta.url);
const messages = JSON.parse(readFileSync(new URL('../public/_locales/en/messages.json', import.meta.url), 'utf8'));

const said = console.error;
// What the app reports of a device that misbehaves on purpose.
console.error = () => {};
const rows = [];
for await (const row of readTruth(positionals.join(' '), messages)) {
  rows.push(row);
  if (!values.json) process.stdout.write(`${toLine(row)}\n`);
}
console.error = said;
const wrong = rows.filter((row) => row.wrong.length > 0).length;
process.stdout.write(
  values.json
    ? `${JSON.stringify({ rows: rows.length, wrong, table: rows }, null, 2)}\n`
    : `${rows.length} rows, the screen is wrong in ${wrong}\n`,
);
process.exitCode = wrong > 0 || rows.length === 0 ? 1 : 0;

/** @param {{ misbehaviour: string, screen: string, written: readonly string[], wrong: readonly string[] }} row */
function toLine({ misbehaviour, screen, written, wrong: faults }) {
  const wrote = written.length === 0 ? 'nothing' : shortened(written);
  return `${faults.length === 0 ? 'ok ' : '!! '} ${misbehaviour} | ${screen} | ${wrote}${faults.map((fault) => ` | WRONG: ${fault}`).join('')}`;
}

/** Repeated writes as a number. @param {readonly string[]} written */
function shortened(written) {
  const runs = [];
  for (const hex of written) {
    const last = runs.at(-1);
    if (last?.hex === hex) last.times++;
    else runs.push({ hex, times: 1 });
  }
  return runs.map(({ hex, times }) => (times === 1 ? hex : `${hex} ×${times}`)).join(', ');
}
