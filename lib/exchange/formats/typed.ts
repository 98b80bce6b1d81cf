import { excerpt, type ImportedMorning, type Importer, type ImportFault } from '../importer';
import { dayIn, findDayFault, heartRateIn, rmssdIn, toMornings } from '../morning-rows';
import { splitCells, splitLines } from '../table';

/**
 * Rows that a person types or pastes: date, RMSSD in ms, and optionally the resting heart rate, separated by tabs, semicolons, commas or
 * spaces. A first line without digits is a heading. Accepts a decimal comma unless commas separate the cells.
 */
export const typed: Importer = {
  id: 'typed',
  name: null,
  gives: 'mornings',
  extensions: ['.txt', '.csv', '.tsv'],
  sniff: null,
  read({ text }) {
    const lines = splitLines(text);
    const rows = /\d/.test(lines[0]?.text ?? '') ? lines : lines.slice(1);
    const seen = new Set<string>();
    return toMornings(
      rows.map(({ text: row, line }) => {
        const morning = toMorning(row, line);
        if ('name' in morning) return morning;
        if (seen.has(morning.day)) return { name: 'day-once', line, text: morning.day };
        seen.add(morning.day);
        return morning;
      }),
    );
  },
};

function toMorning(text: string, line: number): ImportedMorning | ImportFault {
  const [date, rmssd, hr = '', more] = splitLine(text) ?? [];
  if (date === undefined || rmssd === undefined || more !== undefined) return { name: 'row', line, text: excerpt(text) };
  const day = dayIn(date);
  const dayFault = findDayFault(day);
  if (day === null || dayFault !== null) return { name: dayFault ?? 'date', line, text: excerpt(date) };
  const rmssdMs = rmssdIn(rmssd);
  if (rmssdMs === null) return { name: 'rmssd', line, text: excerpt(rmssd) };
  const hrBpm = hr === '' || hr === '-' ? null : heartRateIn(hr);
  if (hrBpm === null && hr !== '' && hr !== '-') return { name: 'resting-hr', line, text: excerpt(hr) };
  return { day, rmssdMs, hrBpm };
}

/** Splits at the first kind of separator in the line. Spaces come last, because they can also surround the others. */
function splitLine(text: string): string[] | null {
  for (const separator of ['\t', ';']) if (text.includes(separator)) return splitCells(text, separator);
  // "2026-05-04 62,5 49": in a line separated by spaces, a comma between two digits is a decimal comma.
  if (/^\S+\s+[\d.,]+(\s+[\d.,-]+)?$/.test(text) && !/,(\s|$)/.test(text)) return text.split(/\s+/);
  return splitCells(text, ',');
}
