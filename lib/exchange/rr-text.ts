import { splitLines } from './table';

/** RR intervals from text files. Pure: text in, numbers or a named fault out. */

/** Where a file cannot be read, and what stands there; `line` counts from 1. */
export type RrTextFault = { readonly name: 'empty' } | { readonly name: 'not-a-number'; readonly line: number; readonly text: string };

export type RrText = { readonly ok: true; readonly values: Float64Array } | { readonly ok: false; readonly fault: RrTextFault };

/** Names that a column of RR intervals goes by, without case, spaces and units in brackets. */
const RR_COLUMNS = new Set(['rr', 'rr_ms', 'rrms', 'rr-interval', 'rrinterval', 'rr_interval', 'rr_interval_ms', 'nn', 'ibi', 'ibi_ms']);
/** What programs write for "no value"; such an interval is kept as NaN, for the engine to count as dropped. */
const NO_VALUE = /^([+-]?nan|[+-]?inf(inity)?|null|na|n\/a)$/i;

/**
 * Reads RR intervals: one a line, or a table (comma, semicolon or tab) whose first line names an `rr` column. Blank lines and lines that
 * begin with `#` are passed over. A decimal comma is understood where no comma separates. The unit is not touched: the engine tells
 * seconds from milliseconds. Anything else than a number is a fault, with its line.
 */
export function parseRrText(text: string): RrText {
  const lines = splitLines(text);
  const [first] = lines;
  if (first === undefined) return { ok: false, fault: { name: 'empty' } };
  const table = columnOf(first.text);
  const values: number[] = [];
  for (const { text: line, line: number } of table === null ? lines : lines.slice(1)) {
    const cell = table === null ? line : (line.split(table.separator)[table.column] ?? '').trim();
    const value = numberOf(unquoted(cell), table?.separator !== ',');
    if (value === null) return { ok: false, fault: { name: 'not-a-number', line: number, text: cell.slice(0, 40) } };
    values.push(value);
  }
  return values.length === 0 ? { ok: false, fault: { name: 'empty' } } : { ok: true, values: Float64Array.from(values) };
}

/** The separator and the place of the RR column, where the first line is a heading. */
function columnOf(heading: string): { separator: string; column: number } | null {
  for (const separator of ['\t', ';', ',']) {
    const column = heading.split(separator).findIndex((name) => RR_COLUMNS.has(bare(name)));
    if (column !== -1) return { separator, column };
  }
  return null;
}

function bare(name: string): string {
  return unquoted(name.trim())
    .toLowerCase()
    .replace(/\[.*?\]|\(.*?\)/g, '')
    .trim()
    .replace(/\s+/g, '_');
}

function unquoted(cell: string): string {
  return /^".*"$/.test(cell) ? cell.slice(1, -1).trim() : cell;
}

function numberOf(cell: string, commaIsDecimal: boolean): number | null {
  if (NO_VALUE.test(cell)) return Number.NaN;
  const plain = commaIsDecimal ? cell.replace(',', '.') : cell;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
