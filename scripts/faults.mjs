/**
 * `npm run faults [-- --device jensen-bed] [--phase running] [--fault link-lost] [--table] [--worst]`: the fault matrix. Brings a device and the app into
 * each phase, lets each fault come, presses Stop, and watches what the device does and what the screen says. Prints one JSON document, or
 * with `--table` tables in Markdown; ends with 1 when a cell is wrong. `--worst` writes the list of the worst cells.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const { values } = parseArgs({ options: { device: text, phase: text, fault: text, table: flag, worst: flag } });
// A build puts it in; here lib/core/clock.ts finds it so.
Object.assign(globalThis, { __HELD_CLOCK__: true, browser: fakeBrowser });
const { listCells } = await tsImport('../test/soak/faults/cells.ts', import.meta.url);
const { runCells } = await tsImport('../test/soak/faults.ts', import.meta.url);
const messages = JSON.parse(readFileSync(new URL('../public/_locales/en/messages.json', import.meta.url), 'utf8'));
const is = (what, cell) => values[what] === undefined || values[what] === cell[what];
const cells = listCells().filter((cell) => ['device', 'phase', 'fault'].every((what) => is(what, cell)));
const said = console.error;
// What the app reports of a fault that was made on purpose.
console.error = () => {};
const { table, worst, summary, wrong } = await runCells(cells, messages);
console.error = said;
if (values.worst) writeFileSync(new URL('../test/soak/faults/worst.ts', import.meta.url), worst());
process.stdout.write(values.table ? table() : `${JSON.stringify(summary, null, 2)}\n`);
process.exitCode = wrong > 0 || cells.length === 0 ? 1 : 0;
