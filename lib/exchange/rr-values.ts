import { excerpt, type Imported, type ImportFault } from './importer';

/** Texts that programs write for "no value". Such an interval becomes NaN, so that the analysis counts it as dropped. */
const NO_VALUE = /^([+-]?nan|[+-]?inf(inity)?|null|na|n\/a)$/i;

/** A cell that should hold one RR interval, with its line counted from 1. */
export interface RrCell {
  readonly line: number;
  readonly text: string;
}

/**
 * RR intervals as in the file: the analysis distinguishes seconds from milliseconds. Anything that is not a number is a fault.
 * @param commaIsDecimal whether commas do not separate the cells
 */
export function toRr(cells: readonly RrCell[], commaIsDecimal: boolean, faults: readonly ImportFault[] = []): Imported<Float64Array> {
  const values = cells.map(({ text }) => toNumber(text, commaIsDecimal));
  const wrong = cells.filter((_, i) => values[i] === null);
  const [first, ...rest] = [...faults, ...wrong.map(({ line, text }) => ({ name: 'interval', line, text: excerpt(text) }) as const)];
  if (first !== undefined) return { ok: false, faults: [first, ...rest] };
  if (cells.length === 0) return { ok: false, faults: [{ name: 'empty' }] };
  return { ok: true, value: Float64Array.from(values, (value) => value ?? Number.NaN) };
}

function toNumber(cell: string, commaIsDecimal: boolean): number | null {
  if (NO_VALUE.test(cell)) return Number.NaN;
  const plain = commaIsDecimal ? cell.replace(',', '.') : cell;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
