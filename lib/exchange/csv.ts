import Papa from 'papaparse';

/** What a spreadsheet would take for a formula. A number with its sign is none. */
const FORMULA = /^(?:[=@\t\r]|[+-](?!\d+(?:\.\d+)?$))/;

/**
 * A table with its heading as comma-separated values (RFC 4180), for other programs; lines end in a newline. A cell that would begin a
 * formula in a spreadsheet gets an apostrophe first, so that a note cannot run as one. Null is an empty cell.
 */
export function toCsv(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${Papa.unparse([heads, ...rows] as string[][], { newline: '\n', escapeFormulae: FORMULA })}\n`;
}
