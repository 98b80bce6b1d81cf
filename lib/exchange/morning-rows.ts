import type { Day } from '../core/day';
import type { Imported, ImportedMorning, ImportFault } from './importer';

/** Rows of mornings: a day, an RMSSD and a heart rate. */

/** Plausible values: outside these bounds a unit or a column is wrong. Our choice. */
const RMSSD_MS = [1, 400] as const;
const HR_BPM = [25, 150] as const;

/** A day in ISO order (2026-05-04, 2026/5/4), or as 4.5.2026. Null for anything else: 04/05/2026 could be April or May. */
export function dayIn(text: string): Day | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[T\s])/.exec(text);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, date] =
    iso !== null ? [iso[1], iso[2], iso[3]] : dotted !== null ? [dotted[3], dotted[2], dotted[1]] : [undefined, undefined, undefined];
  if (year === undefined || month === undefined || date === undefined) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = Date.parse(`${day}T00:00:00Z`);
  // `Date` accepts 31 February as a day in March.
  return Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== day ? null : day;
}

/** No heart-rate variability was measured at home before. A date of 1970 is a missing one, and would stretch every chart. Our own bound. */
const FIRST_DAY: Day = '1990-01-01';

/** Why a day of a file cannot be taken; null: it can. */
export function findDayFault(day: Day | null): 'date' | 'too-early' | null {
  if (day === null) return 'date';
  return day < FIRST_DAY ? 'too-early' : null;
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

/** RMSSD in ms; null for an implausible value. */
export const rmssdIn = (text: string) => within(text, RMSSD_MS);
/** Heart rate in bpm; null for an implausible value at rest. */
export const heartRateIn = (text: string) => within(text, HR_BPM);

/** All mornings, oldest first; or every fault, in line order. */
export function toMornings(rows: readonly (ImportedMorning | ImportFault)[]): Imported<readonly ImportedMorning[]> {
  const [first, ...rest] = rows.flatMap((row) => ('name' in row ? [row] : []));
  if (first !== undefined) return { ok: false, faults: [first, ...rest] };
  const mornings = rows.flatMap((row) => ('name' in row ? [] : [row])).sort((a, b) => (a.day < b.day ? -1 : 1));
  return mornings.length === 0 ? { ok: false, faults: [{ name: 'empty' }] } : { ok: true, value: mornings };
}
