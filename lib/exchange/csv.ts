/** One line of comma-separated values (RFC 4180): a cell with a comma, a quote or a line's end is quoted. What would begin a formula in a spreadsheet gets an apostrophe first. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells.map((cell) => (typeof cell === 'string' ? quoted(cell) : cell === null ? '' : String(cell))).join(',');
}

function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A whole table with its heading; lines end in a newline. */
export function toCsv(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${[heads, ...rows].map(csvLine).join('\n')}\n`;
}
