import { tidy } from './text';
import { lengthUnit, toMetres } from './units';

/** Splits "22,4 km" into number and unit of length. The unit may be in an `abbr` element. */
export function splitMeasure(value: Element) {
  const units = value.querySelectorAll('abbr');
  const abbr = units[0];
  return {
    ...splitText(value.textContent, abbr && tidy(abbr.textContent), abbr?.getAttribute('title')),
    ...(units.length > 1 && { unit: null }),
  };
}

function splitText(raw: string | null, given: string | undefined, name: string | null | undefined) {
  const text = tidy(raw);
  const symbol = given ?? /(?<=[\d ])\p{L}+\.?$/u.exec(text)?.[0] ?? '';
  const number = symbol !== '' && text.endsWith(symbol) ? text.slice(0, -symbol.length) : text;
  return { number, unit: lengthUnit(symbol, name ?? '') };
}

/** Metres, from an element's text; null unless both number and unit are certain. */
export function metresIn(value: Element, language: string): number | null {
  const { number, unit } = splitMeasure(value);
  return toMetres(number, unit, language);
}

/** Metres, from a text such as "22.4 km"; null unless both number and unit are certain. */
export function parseMetres(text: string, language: string): number | null {
  const { number, unit } = splitText(text, undefined, '');
  return toMetres(number, unit, language);
}
