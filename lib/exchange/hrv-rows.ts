import { dayIn, type HistoryEntry, type HistoryFault, type HistoryFile, heartRateIn, readHistory, rmssdIn } from './hrv-history';
import { splitCells, splitLines } from './table';

/**
 * Rows that a person types or pastes: date, RMSSD in ms, and the resting heart rate where it is known, separated by tabs, semicolons,
 * spaces, or commas. A first line without any digit is a heading. A decimal comma is understood where no comma separates. Every line that
 * cannot be read is named; one of them, and nothing is taken.
 */
export function parseHrvRows(text: string): HistoryFile {
  const lines = splitLines(text);
  const rows = /\d/.test(lines[0]?.text ?? '') ? lines : lines.slice(1);
  const seen = new Map<string, string>();
  return readHistory(
    rows.map(({ text: line, line: number }) => {
      const read = rowOf(line, number);
      if ('name' in read) return read;
      if (seen.has(read.day)) return { name: 'day-twice', line: number, text: read.day } satisfies HistoryFault;
      seen.set(read.day, line);
      return read;
    }),
  );
}

function rowOf(text: string, line: number): HistoryEntry | HistoryFault {
  const cells = split(text);
  const [date, rmssd, hr = ''] = cells;
  const shown = (cell: string) => cell.slice(0, 40);
  if (date === undefined || rmssd === undefined || cells.length > 3) return { name: 'row', line, text: shown(text) };
  const day = dayIn(date);
  if (day === null) return { name: 'date', line, text: shown(date) };
  const rmssdMs = rmssdIn(rmssd);
  if (rmssdMs === null) return { name: 'rmssd', line, text: shown(rmssd) };
  const hrBpm = hr === '' || hr === '-' ? null : heartRateIn(hr);
  if (hrBpm === null && hr !== '' && hr !== '-') return { name: 'resting-hr', line, text: shown(hr) };
  return { day, rmssdMs, hrBpm, sensor: 'typed' };
}

/** By the first kind of separator that the line has; spaces last, for they stand beside the others. */
function split(text: string): string[] {
  for (const separator of ['\t', ';']) if (text.includes(separator)) return splitCells(text, separator);
  // "2026-05-04 62,5 49": a comma between two digits of one word is a decimal one where spaces separate.
  if (/^\S+\s+[\d.,]+(\s+[\d.,-]+)?$/.test(text) && !/,(\s|$)/.test(text)) return text.split(/\s+/);
  return splitCells(text, ',');
}
