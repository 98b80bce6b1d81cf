/**
 * `npm run faults [-- --device jensen-bed]`: the fault matrix. Brings a device and the app into each phase, lets each fault come, presses Stop,
 * and watches what the device does and what the person is told. Prints one JSON document; ends with 1 when a cell is wrong.
 */
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';

const { values } = parseArgs({ options: { device: { type: 'string' } } });
// A build puts it in; here lib/core/clock.ts finds it so.
Object.assign(globalThis, { __HELD_CLOCK__: true });
const { listCells } = await tsImport('../test/soak/faults/cells.ts', import.meta.url);
const { runCell } = await tsImport('../test/soak/faults/run-cell.ts', import.meta.url);
const said = console.error;
// What the app reports of a fault that was made on purpose.
console.error = () => {};
const cells = listCells().filter(({ device }) => values.device === undefined || device === values.device);
const results = [];
for (const cell of cells) results.push(await runCell(cell));
console.error = said;
const wrong = results.filter((result) => result.wrong !== null);
const slowest = Math.max(...results.map(({ restsAfterS }) => restsAfterS ?? Number.POSITIVE_INFINITY));
process.stdout.write(`${JSON.stringify({ cells: results.length, wrong: wrong.length, slowestRestS: slowest, results }, null, 2)}\n`);
process.exitCode = wrong.length > 0 || results.length === 0 ? 1 : 0;
