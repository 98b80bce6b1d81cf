import type { Importer } from '../importer';
import { toRr } from '../rr-values';
import { readColumns, readTable } from '../table';

/** Names of a column of RR intervals, ignoring case, spaces and units in brackets. */
const RR_COLUMNS = new Set(['rr', 'rr_ms', 'rrms', 'rr-interval', 'rrinterval', 'rr_interval', 'rr_interval_ms', 'nn', 'ibi', 'ibi_ms']);

/**
 * A table (comma, semicolon or tab) whose heading names a column of RR intervals. Accepts a decimal comma unless commas separate the cells.
 */
export const rrTable: Importer = {
  id: 'rr-table',
  name: null,
  gives: 'rr',
  extensions: ['.csv', '.tsv', '.txt'],
  sniff: ({ text }) => rrColumn(readColumns(text)) !== undefined,
  read({ text }) {
    const table = readTable(text);
    const column = rrColumn(table?.columns ?? []);
    if (table === null || column === undefined) return { ok: false, faults: [{ name: table === null ? 'empty' : 'not-this-format' }] };
    const cells = table.rows.map(({ line, cell }) => ({ line, text: cell(column) ?? '' }));
    return toRr(cells, table.separator !== ',', table.faults);
  },
};

function rrColumn(columns: readonly string[]): string | undefined {
  return columns.find((name) => RR_COLUMNS.has(bare(name)));
}

function bare(name: string): string {
  return name
    .replace(/\[[^[\]]*\]|\([^()]*\)/g, '')
    .trim()
    .replace(/\s+/g, '_');
}
