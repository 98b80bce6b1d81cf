import type { Day } from '../core/day';

/** One morning of a history that comes without its recording. */
export interface HistoryEntry {
  readonly day: Day;
  readonly rmssdMs: number;
  readonly hrBpm: number | null;
  /** Where it is from: a class of sensor of its own. */
  readonly sensor: 'typed' | 'hrv4training';
}

/** Why a history cannot be read; `line` counts from 1, `text` is what stands there. */
export type HistoryFault =
  | { readonly name: 'empty' }
  /** No heading with the columns that are needed. */
  | { readonly name: 'not-this-format' }
  | { readonly name: 'row' | 'date' | 'rmssd' | 'resting-hr'; readonly line: number; readonly text: string }
  /** A day that stands twice, with what differs. */
  | { readonly name: 'day-twice'; readonly line: number; readonly text: string };

export type HistoryFile =
  | { readonly ok: true; readonly entries: readonly HistoryEntry[] }
  | { readonly ok: false; readonly faults: readonly [HistoryFault, ...HistoryFault[]] };

/** What people and sensors can have: outside of it a unit or a column is wrong. Ours. */
const RMSSD_MS = [1, 400] as const;
const HR_BPM = [25, 150] as const;

/** A day in ISO order (2026-05-04, 2026/5/4), or as 4.5.2026. With slashes, day and month cannot be told apart: null, as for no day at all. */
export function dayIn(text: string): Day | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[T\s])/.exec(text);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, date] =
    iso !== null ? [iso[1], iso[2], iso[3]] : dotted !== null ? [dotted[3], dotted[2], dotted[1]] : [undefined, undefined, undefined];
  if (year === undefined || month === undefined || date === undefined) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = Date.parse(`${day}T00:00:00Z`);
  // 31 February is a date to `Date`, in March.
  return Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== day ? null : day;
}

/** A number with a decimal point or comma; null for anything else. */
function numberIn(text: string): number | null {
  const plain = text.replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function within(text: string, [low, high]: readonly [number, number]): number | null {
  const value = numberIn(text);
  return value !== null && value >= low && value <= high ? value : null;
}

export const rmssdIn = (text: string) => within(text, RMSSD_MS);
export const heartRateIn = (text: string) => within(text, HR_BPM);

/** Entries or faults, in the order of the lines; entries oldest first. */
export function readHistory(rows: readonly (HistoryEntry | HistoryFault)[]): HistoryFile {
  const [first, ...rest] = rows.flatMap((row) => ('name' in row ? [row] : []));
  if (first !== undefined) return { ok: false, faults: [first, ...rest] };
  const entries = rows.flatMap((row) => ('name' in row ? [] : [row])).sort((a, b) => (a.day < b.day ? -1 : 1));
  return entries.length === 0 ? { ok: false, faults: [{ name: 'empty' }] } : { ok: true, entries };
}
