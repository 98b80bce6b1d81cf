import { dayIn, type HistoryEntry, type HistoryFault, type HistoryFile, heartRateIn, readHistory, rmssdIn } from './hrv-history';
import { parseTable, type TableRow } from './table';

/**
 * HRV4Training's export: a heading with `date`, `HR`, `rMSSD` among many columns (names with spaces after the commas, rows with a comma at
 * their end), dates as 2025-12-11, with or without a time, `-` or 0 where there was no measurement. Days without one are passed over; of
 * two measurements on one day the first counts. An orthostatic export has `rMSSD_lying` and `HR_lying` instead.
 */
export function parseHrv4Training(text: string): HistoryFile {
  for (const suffix of ['', '_lying']) {
    const rows = parseTable(text, ['date', `rmssd${suffix}`]);
    if (rows !== null) return readHistory(firstOfDay(rows.flatMap((row) => entryOf(row, suffix) ?? [])));
  }
  return { ok: false, faults: [{ name: text.trim() === '' ? 'empty' : 'not-this-format' }] };
}

/** Null for a day without a measurement. */
function entryOf(row: TableRow, suffix: string): HistoryEntry | HistoryFault | null {
  const { line } = row;
  const [rmssd, hr] = [row.cell(`rmssd${suffix}`), row.cell(`hr${suffix}`)];
  if (isNone(rmssd)) return null;
  const date = row.cell('date') ?? '';
  const day = dayIn(date);
  if (day === null) return { name: 'date', line, text: date.slice(0, 40) };
  const rmssdMs = rmssdIn(rmssd ?? '');
  if (rmssdMs === null) return { name: 'rmssd', line, text: (rmssd ?? '').slice(0, 40) };
  const hrBpm = isNone(hr) ? null : heartRateIn(hr ?? '');
  if (hrBpm === null && !isNone(hr)) return { name: 'resting-hr', line, text: (hr ?? '').slice(0, 40) };
  return { day, rmssdMs, hrBpm, sensor: 'hrv4training' };
}

function isNone(cell: string | null): boolean {
  return cell === null || cell === '-' || /^0+([.,]0+)?$/.test(cell);
}

function firstOfDay(rows: readonly (HistoryEntry | HistoryFault)[]): (HistoryEntry | HistoryFault)[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    if ('name' in row) return true;
    const first = !seen.has(row.day);
    seen.add(row.day);
    return first;
  });
}
