/** Comma-, semicolon- or tab-separated text with a heading. Pure. */

export interface TableRow {
  /** Counted from 1, in the text as it came. */
  readonly line: number;
  /** The cell of a column by its name in small letters; null where it is missing or empty. */
  cell(name: string): string | null;
}

/** Rows under the heading; blank lines are passed over, quotes taken off. Null without a heading that names all of `needs`. */
export function parseTable(text: string, needs: readonly string[]): readonly TableRow[] | null {
  const lines = splitLines(text);
  const [heading, ...rest] = lines;
  if (heading === undefined) return null;
  const separator = findSeparator(heading.text);
  const columns = splitCells(heading.text, separator).map((name) => name.toLowerCase());
  if (needs.some((name) => !columns.includes(name))) return null;
  return rest.map(({ text: row, line }) => {
    const cells = splitCells(row, separator);
    return {
      line,
      cell: (name) => {
        const column = columns.indexOf(name);
        const value = column === -1 ? '' : (cells[column] ?? '');
        return value === '' ? null : value;
      },
    };
  });
}

/** Lines that say something, each with its number from 1. */
export function splitLines(text: string): { readonly text: string; readonly line: number }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ text: line.trim(), line: i + 1 }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
}

/** The separator of a line: a tab or a semicolon where there is one, so that a comma may be a decimal one. */
export function findSeparator(line: string): string {
  return line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
}

/** The cells of a line; a separator between quotes is part of its cell. */
export function splitCells(line: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}
