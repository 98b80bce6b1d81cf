import Papa from 'papaparse';

/** Text that a spreadsheet would read as a formula. A signed number is not one. */
const FORMULA = /^(?:[=@\t\r]|[+-](?!\d+(?:\.\d+)?$))/;

/**
 * A table with a heading as comma-separated values (RFC 4180), for other programs; lines end with a newline. A cell that a spreadsheet
 * would read as a formula gets a leading apostrophe, so that a note cannot run as one. Null is an empty cell.
 */
export function toCsv(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${Papa.unparse([heads, ...rows] as string[][], { newline: '\n', escapeFormulae: FORMULA })}\n`;
}
