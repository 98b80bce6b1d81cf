import { tidy } from './text';

interface Reading {
  readonly value: number;
  readonly decimals: number;
}

/** The decimal mark of a language; thousands use the other mark, a space or an apostrophe. Null when unknown. */
export function decimalMark(language: string): '.' | ',' | null {
  // Spanish alone is ambiguous: a comma in Spain, a point in most of Latin America. Swiss pages mix both, so they are left out too.
  if (/^(en(-(us|gb|au|ca|ie|nz))?|ja(-jp)?|zh(-.+)?|es-(419|mx|us))$/i.test(language)) return '.';
  if (/^((fr|de|it)(?!-ch)|pt|ru|nl|id)(-.+)?$|^es-es$/i.test(language)) return ',';
  return null;
}

function readAs(text: string, mark: '.' | ','): Reading | null {
  const group = mark === '.' ? "[, '’]" : "[. '’]";
  const match = new RegExp(`^([1-9]\\d{0,2}(${group})\\d{3}(?:\\2\\d{3})*|\\d+)(?:\\${mark}(\\d+))?$`).exec(text);
  if (!match) return null;
  const decimals = match[3] ?? '';
  const value = Number(`${match[1]?.replace(/\D/g, '')}.${decimals}`);
  return Number.isFinite(value) ? { value, decimals: decimals.length } : null;
}

/**
 * A number without sign or unit, as written in that language. If the language is unknown or contradicts the text, only a text with one
 * possible meaning is read: "22.4" and "1.234,5", but not "1.234".
 * @param language BCP 47, e.g. `pt-BR`; '' when unknown
 * @param maxDecimals the most decimals that the page shows; more mean that the language is wrong about the mark: null
 */
export function parseNumber(raw: string, language: string, maxDecimals = Number.POSITIVE_INFINITY): number | null {
  const text = tidy(raw);
  const point = readAs(text, '.');
  const comma = readAs(text, ',');
  const known = decimalMark(language);
  const preferred = known === '.' ? point : known === ',' ? comma : null;
  const ambiguous = point !== null && comma !== null && point.value !== comma.value;
  const reading = preferred ?? (ambiguous ? null : (point ?? comma));
  return reading === null || reading.decimals > maxDecimals ? null : reading.value;
}
