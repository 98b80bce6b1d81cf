/**
 * `npm run stories [-- --seeds 50] [--first 1] [--json]`: the verdict beside published rules on whole stories of simulated people. Prints a
 * table: the day of the first watch and of the first warning (median, counted from 1), the days that were wrongly easy or rest and the days
 * that were missed (means of a telling), and the wrong days in all, a false rest day counting twice. The verdict was tuned on seeds from 1000 on.
 */
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '50' }, first: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } },
});
const [count, first] = [Number(values.seeds), Number(values.first)];
if (![count, first].every(Number.isInteger) || count < 1) {
  process.stderr.write('usage: npm run stories [-- --seeds N] [--first N] [--json]\n');
  process.exit(2);
}
const { tellAll } = await tsImport('../test/simulator/stories/table.ts', import.meta.url);
const stories = tellAll(Array.from({ length: count }, (_, i) => first + i));
process.stdout.write(values.json ? `${JSON.stringify(stories, null, 2)}\n` : stories.map(toTable).join('\n'));

/** @param {{ story: string, days: number, rows: readonly Record<string, unknown>[], place: number }} told */
function toTable({ story, days, rows, place }) {
  const head = ['', 'watch', 'warning', 'false easy', 'false rest', 'missed', 'wrong'];
  const lines = rows.map((row) => [
    row.rule,
    toDay(row.firstWatch),
    toDay(row.firstWarning),
    ...[row.falseEasy, row.falseRest, row.missed, row.wrong].map((value) => Number(value).toFixed(2)),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => String(line[i]).length)));
  const show = (line) =>
    `  ${line.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  ')}\n`;
  return `${story}, ${days} days: Rebound is number ${place} of ${rows.length}\n${[head, ...lines].map(show).join('')}`;
}

function toDay(day) {
  return day === null ? '–' : String(day);
}
