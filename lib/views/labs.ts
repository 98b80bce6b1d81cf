import type { Day } from '../core/day';
import { toCsv } from '../exchange';
import type { LabValue } from '../storage';

/** The user's own values over time: parsed from a form, grouped into series, and compared only with the user's own range. */

export const LAB_LIMITS = { name: 60, unit: 20, note: 300 } as const;

/** As typed. */
export interface LabInput {
  readonly name: string;
  readonly unit: string;
  readonly day: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly note: string;
}

export type LabFault = 'name' | 'unit' | 'day' | 'future' | 'value' | 'range' | 'range-order' | 'note';

/** Parses a typed value, or says what is wrong with it. Accepts a decimal comma. */
export function parseLab(form: LabInput, id: string, today: Day): LabValue | LabFault {
  const [name, unit, note] = [form.name, form.unit, form.note].map((text) => text.trim().replace(/\s+/g, ' ')) as [string, string, string];
  if (name === '' || name.length > LAB_LIMITS.name) return 'name';
  if (unit.length > LAB_LIMITS.unit) return 'unit';
  if (note.length > LAB_LIMITS.note) return 'note';
  if (!isDay(form.day)) return 'day';
  if (form.day > today) return 'future';
  const value = decimal(form.value);
  if (value === null) return 'value';
  const [low, high] = [form.low, form.high].map((text) => (text.trim() === '' ? null : decimal(text)));
  if ((low === null && form.low.trim() !== '') || (high === null && form.high.trim() !== '')) return 'range';
  if (low != null && high != null && low > high) return 'range-order';
  return { id, name, unit, day: form.day, value, low: low ?? null, high: high ?? null, note };
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

function decimal(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** One name in one unit. Values in another unit form another series, because nothing here converts units. */
export interface LabSeries {
  readonly name: string;
  readonly unit: string;
  /** By day. */
  readonly values: readonly LabValue[];
}

/** The series by name, ignoring case. Shows the newest value's spelling. */
export function labSeries(labs: readonly LabValue[]): LabSeries[] {
  const series = new Map<string, LabValue[]>();
  for (const lab of labs) {
    const key = `${lab.name.toLowerCase()}\n${lab.unit.toLowerCase()}`;
    series.set(key, [...(series.get(key) ?? []), lab]);
  }
  return [...series.values()]
    .map((values) => values.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)))
    .map((values) => ({ name: values.at(-1)?.name ?? '', unit: values.at(-1)?.unit ?? '', values }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.unit.localeCompare(b.unit));
}

/** Compares a value with the range that came with it; null without a range. */
export function againstRange({ value, low, high }: Pick<LabValue, 'value' | 'low' | 'high'>): 'below' | 'within' | 'above' | null {
  if (low === null && high === null) return null;
  if (low !== null && value < low) return 'below';
  return high !== null && value > high ? 'above' : 'within';
}

/** All values as a file for other programs: English column names, decimal points. */
export function labsCsv(labs: readonly LabValue[]): string {
  return toCsv(
    ['name', 'unit', 'day', 'value', 'own_range_low', 'own_range_high', 'note'],
    labs.map(({ name, unit, day, value, low, high, note }) => [name, unit, day, value, low, high, note]),
  );
}
