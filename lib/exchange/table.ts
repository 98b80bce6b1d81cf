import Papa from 'papaparse';
import { excerpt, type ImportFault } from './importer';

/** Comma-, semicolon- or tab-separated text with a heading, parsed by Papa Parse. Pure. */

export interface TableRow {
  /** Counted from 1, in the original text. */
  readonly line: number;
  /** The cell of a column, by its name in lower case; null when missing or empty. */
  cell(name: string): string | null;
}

export interface Table {
  /** In lower case, trimmed. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** The separator of its cells. */
  readonly separator: string;
  /** Unclosed quotation marks: the cells after them cannot be separated. */
  readonly faults: readonly ImportFault[];
}

/** The first non-empty line as the heading of a table: its columns in lower case. */
export function readColumns(text: string): readonly string[] {
  const heading = splitLines(text)[0]?.text ?? '';
  return splitCells(heading, findSeparator(heading))?.map(small) ?? [];
}

/** Rows below the heading, without blank lines and those that begin with `#`. Null for a text without lines. */
export function readTable(text: string): Table | null {
  const heading = splitLines(text)[0]?.text;
  if (heading === undefined) return null;
  const delimiter = findSeparator(heading);
  const { data, errors } = Papa.parse<string[]>(tidy(text, delimiter), { delimiter, newline: '\n' });
  const lines = lineOfEach(data);
  const said = data.flatMap((cells, i) => (isBlank(cells) ? [] : [{ cells: cells.map((cell) => cell.trim()), line: lines[i] ?? 1 }]));
  const columns = (said[0]?.cells ?? []).map(small);
  const rows = said.slice(1).map(({ cells, line }) => ({ line, cell: (name: string) => cells[columns.indexOf(name)] || null }));
  const faults = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ row = 0 }) => ({ name: 'end-of-quote', line: lines[row] ?? 1, text: excerpt(data[row]?.join(delimiter) ?? '') }) as const);
  return { columns, rows, separator: delimiter, faults };
}

/**
 * Normalises line ends, and removes a byte order mark and spaces before a quotation mark, because a quoted cell must begin with its mark.
 */
function tidy(text: string, delimiter: string): string {
  const even = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return even.replace(new RegExp(`(^|${delimiter})[^\\S\\n\\t]+"`, 'gm'), '$1"');
}

/** The line on which each row begins: a quoted cell may span several. */
function lineOfEach(rows: readonly (readonly string[])[]): readonly number[] {
  let line = 1;
  return rows.map((cells) => {
    const begins = line;
    line += 1 + cells.join('').replace(/[^\n]/g, '').length;
    return begins;
  });
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '') || cells[0]?.trimStart().startsWith('#') === true;
}

function small(name: string): string {
  return name.toLowerCase();
}

/** Non-empty lines, each with its number from 1. */
export function splitLines(text: string): { readonly text: string; readonly line: number }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ text: line.trim(), line: i + 1 }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
}

/** The separator of a line: a tab or a semicolon if it has one, so that a comma can be a decimal comma. */
function findSeparator(line: string): string {
  return line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
}

/** The cells of one line, trimmed; null when a quotation mark is not closed. */
export function splitCells(line: string, delimiter: string): string[] | null {
  const { data, errors } = Papa.parse<string[]>(tidy(line, delimiter), { delimiter, newline: '\n' });
  return errors.some(({ type }) => type === 'Quotes') ? null : (data[0] ?? []).map((cell) => cell.trim());
}
