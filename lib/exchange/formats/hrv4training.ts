import { excerpt, type ImportedMorning, type Importer, type ImportFault } from '../importer';
import { dayIn, findDayFault, heartRateIn, rmssdIn, toMornings } from '../morning-rows';
import { readColumns, readTable, type TableRow } from '../table';

/** An orthostatic export has `rMSSD_lying` and `HR_lying` instead. */
const SUFFIXES = ['', '_lying'];

/**
 * HRV4Training's export: a heading with `date`, `HR` and `rMSSD` among many columns (names with spaces after the commas, rows with a comma
 * at their end), dates as 2025-12-11, with or without a time, `-` or 0 where there was no measurement. Days without a measurement are
 * skipped; of two measurements on one day the first counts.
 */
export const hrv4training: Importer = {
  id: 'hrv4training',
  name: 'HRV4Training',
  gives: 'mornings',
  extensions: ['.csv'],
  sniff: ({ text }) => suffixIn(readColumns(text)) !== null,
  read({ text }) {
    const table = readTable(text);
    const suffix = suffixIn(table?.columns ?? []);
    if (table === null || suffix === null) return { ok: false, faults: [{ name: table === null ? 'empty' : 'not-this-format' }] };
    return toMornings([...table.faults, ...firstOfDay(table.rows.flatMap((row) => toMorning(row, suffix) ?? []))]);
  },
};

function suffixIn(columns: readonly string[]): string | null {
  return columns.includes('date') ? (SUFFIXES.find((suffix) => columns.includes(`rmssd${suffix}`)) ?? null) : null;
}

/** Null for a day without a measurement. */
function toMorning(row: TableRow, suffix: string): ImportedMorning | ImportFault | null {
  const { line } = row;
  const [rmssd, hr] = [row.cell(`rmssd${suffix}`), row.cell(`hr${suffix}`)];
  if (isNone(rmssd)) return null;
  const date = row.cell('date') ?? '';
  const day = dayIn(date);
  const dayFault = findDayFault(day);
  if (day === null || dayFault !== null) return { name: dayFault ?? 'date', line, text: excerpt(date) };
  const rmssdMs = rmssdIn(rmssd ?? '');
  if (rmssdMs === null) return { name: 'rmssd', line, text: excerpt(rmssd ?? '') };
  const hrBpm = isNone(hr) ? null : heartRateIn(hr ?? '');
  if (hrBpm === null && !isNone(hr)) return { name: 'resting-hr', line, text: excerpt(hr ?? '') };
  return { day, rmssdMs, hrBpm };
}

function isNone(cell: string | null): boolean {
  return cell === null || cell === '-' || /^0+([.,]0+)?$/.test(cell);
}

function firstOfDay(rows: readonly (ImportedMorning | ImportFault)[]): (ImportedMorning | ImportFault)[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    if ('name' in row) return true;
    const first = !seen.has(row.day);
    seen.add(row.day);
    return first;
  });
}
