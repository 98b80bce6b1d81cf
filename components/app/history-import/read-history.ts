import type { Day } from '../../../lib/core/day';
import { type FormatId, type ImportedMorning, type ImportFault, importFrom } from '../../../lib/exchange';

/** What a text or a file holds, before anything is stored. */
export type ReadHistory =
  | { readonly ok: true; readonly source: FormatId; readonly entries: readonly ImportedMorning[] }
  | {
      readonly ok: false;
      readonly faults: readonly (ImportFault | { readonly name: 'future'; readonly line: null; readonly text: Day })[];
    };

/** Reads mornings from any file format that gives them. Mornings after `today` are faults. */
export function readHistory(content: string | Uint8Array, today: Day): ReadHistory {
  const read = importFrom(content, 'mornings');
  if (!read.ok) return read;
  const future = read.value.filter(({ day }) => day > today);
  if (future.length > 0) return { ok: false, faults: future.map(({ day }) => ({ name: 'future', line: null, text: day })) };
  return { ok: true, source: read.format, entries: read.value };
}
