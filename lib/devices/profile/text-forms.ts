import type { ExpectedForm } from './faults';

/** The texts of a profile that have rules of their own. */
export const TEXT_PATTERNS = {
  /** `constructor` and `prototype` exist on every object. */
  id: /^(?!(?:constructor|prototype)$)[a-z][a-z0-9-]{0,31}$/,
  /** Printable, one line. */
  name: /^\P{C}{1,60}$/u,
  note: /^\P{C}{1,400}$/u,
  uuid: /^(?:[0-9a-f]{4}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/,
  hex: /^[0-9A-Fa-f]{2}(?: ?[0-9A-Fa-f]{2}){0,63}$/,
  /** `..` stands for any byte. */
  pattern: /^(?:[0-9A-Fa-f]{2}|\.\.)(?: ?(?:[0-9A-Fa-f]{2}|\.\.)){0,31}$/,
  digits: /^[0-9]{1,16}$/,
  'text-part': /^[\x20-\x7e\r\n]{1,32}$/,
  value: /^(?:temperature|timer|programme|(?:level|setting)\.[a-z][a-z0-9-]{0,31})$/,
  field:
    /^(?:running|temperatureC(?:\.[1-9])?|humidityPct|weightKg|remainingS|elapsedS|speedKmh|distanceM|programme|batteryPct|(?:level|present|pressureMmHg)\.[a-z][a-z0-9-]{0,31})$/,
} as const satisfies Readonly<Record<Exclude<ExpectedForm, 'part'>, RegExp>>;

/** The form that a pattern stands for; undefined for a pattern of another schema. */
export function findTextForm(pattern: unknown): ExpectedForm | undefined {
  return (Object.keys(TEXT_PATTERNS) as (keyof typeof TEXT_PATTERNS)[]).find((form) => TEXT_PATTERNS[form] === pattern);
}
