import type { Day } from '../../../lib/core/day';
import { type HistoryEntry, type HistoryFault, parseHrv4Training, parseHrvRows } from '../../../lib/exchange';

/** The content of a text, before anything is stored. */
export type ReadHistory =
  | { readonly ok: true; readonly source: HistoryEntry['sensor']; readonly entries: readonly HistoryEntry[] }
  | {
      readonly ok: false;
      readonly faults: readonly (HistoryFault | { readonly name: 'future'; readonly line: null; readonly text: Day })[];
    };

/** Reads a text as HRV4Training's export if it is one, else as rows of date, RMSSD and heart rate. Mornings after `today` are faults. */
export function readHistory(text: string, today: Day): ReadHistory {
  const exported = parseHrv4Training(text);
  const other = !exported.ok && exported.faults[0].name === 'not-this-format';
  const read = other ? parseHrvRows(text) : exported;
  if (!read.ok) return read;
  const future = read.entries.filter(({ day }) => day > today);
  if (future.length > 0) return { ok: false, faults: future.map(({ day }) => ({ name: 'future', line: null, text: day })) };
  return { ok: true, source: other ? 'typed' : 'hrv4training', entries: read.entries };
}
