import { speak } from '../../lib/i18n';
import { type Cell, DEVICES, type DeviceId, FAULTS, PHASES } from './faults/cells';
import { pickWorst } from './faults/pick-worst';
import { type CellResult, runCell } from './faults/run-cell';

/** Runs these cells one after the other, with the product's English texts. */
export async function runCells(cells: readonly Cell[], messages: Parameters<typeof speak>[1]) {
  speak('en', messages);
  const results: CellResult[] = [];
  for (const cell of cells) results.push(await runCell(cell));
  const wrong = results.filter((result) => result.wrong !== null).length;
  const slowestRestS = Math.max(...results.map(({ restsAfterS }) => restsAfterS ?? Number.POSITIVE_INFINITY));
  const summary = { cells: results.length, wrong, slowestRestS, results };
  return { wrong, summary, table: () => printTables(results), worst: () => printWorst(results) };
}

/** One table for each device and phase, in Markdown: a row for each fault. */
function printTables(results: readonly CellResult[]): string {
  const table = (device: DeviceId, phase: Cell['phase']) => {
    const rows = FAULTS.flatMap(
      (fault) => results.find((one) => one.device === device && one.phase === phase && one.fault === fault) ?? [],
    );
    if (rows.length === 0) return [];
    const head = ['Fault', 'What the device does', 'What the screen says after 3 s', 'and in the end', 'Wrong'];
    const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [
      `## ${device}, ${phase}`,
      '',
      line(head),
      line(head.map(() => '---')),
      ...rows.map((row) => line([row.fault, row.deviceDoes, row.userSees, row.userSeesInTheEnd, row.wrong ?? ''])),
      '',
    ];
  };
  const devices = Object.keys(DEVICES) as DeviceId[];
  return `${devices.flatMap((device) => PHASES.flatMap((phase) => table(device, phase))).join('\n')}\n`;
}

const BROWSER_CELLS = 30;

/** The module `faults/worst.ts`. */
function printWorst(results: readonly CellResult[]): string {
  const cells = pickWorst(results, BROWSER_CELLS);
  const lines = cells.map(({ device, phase, fault }) => `  { device: '${device}', phase: '${phase}', fault: '${fault}' },`);
  return [
    "import type { Cell } from './cells';",
    '',
    '/** The worst cells by the rule of `pickWorst`. Written by `npm run faults -- --worst`. */',
    'export const WORST: readonly Cell[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}
