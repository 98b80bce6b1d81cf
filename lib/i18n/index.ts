import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** Texts in the user's language from `public/_locales`; numbers and dates by `Intl` in the same language. */
export type MessageKey = keyof typeof messages;
type PluralKey = { [K in MessageKey]: K extends `${infer Base}_other` ? Base : never }[MessageKey];

type Texts = Readonly<Record<string, { readonly message: string }>>;

/** Where the texts come from: the browser, unless `speak` sets something else. */
let source: { readonly language: string; readonly texts: readonly Texts[] } | null = null;

/**
 * Uses texts from files of `_locales`, for places without a browser (the command line). Null: uses the browser again.
 * @param texts the language's own first, then the fallback (English), in the browser's order
 */
export function speak(language: string | null, ...texts: readonly Texts[]): void {
  source = language === null ? null : { language, texts };
}

/** Empty when neither the language nor English has the message. */
function find(key: string, values: readonly string[]): string {
  // The browser's type has only the English keys; a language may have additional plural forms.
  if (source === null) return browser.i18n.getMessage(key as MessageKey, [...values]);
  const text = source.texts.find((one) => key in one)?.[key]?.message ?? '';
  return text.replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '');
}

/** The message, with `$1`, `$2` … replaced. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return find(key, values.map(String));
}

/**
 * The plural form of a message for a count, which is its `$1`: `key_zero`, `_one`, `_two`, `_few` or `_many` by the language's rules, and
 * `key_other` when the language has no such form.
 */
export function plural(key: PluralKey, count: number, ...values: (string | number)[]): string {
  const filled = [number(count), ...values.map(String)];
  return find(`${key}_${pluralRules().select(count)}`, filled) || find(`${key}_other`, filled);
}

/** Plural rules of the language of the texts: the browser may use a language that Rebound is not translated into. */
function pluralRules(): Intl.PluralRules {
  const code = t('languageCode') || language();
  const known = rules.get(code) ?? new Intl.PluralRules(code);
  rules.set(code, known);
  return known;
}

/** Creating plural rules takes far longer than using them. */
const rules = new Map<string, Intl.PluralRules>();

/** The language of numbers and dates, as a BCP 47 tag. */
export function language(): string {
  return source?.language ?? browser.i18n.getUILanguage();
}

/** Creating a format takes far longer than using it. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number with a fixed number of decimals. */
export function number(value: number, decimals = 0): string {
  const key = `${language()} ${decimals}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(language(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, format);
  return format.format(value);
}

export function timeOfDay(epochMs: number, timeZone?: string): string {
  return new Intl.DateTimeFormat(language(), { hour: 'numeric', minute: '2-digit', ...(timeZone ? { timeZone } : {}) }).format(epochMs);
}

/** "Monday, 4 May", for a `YYYY-MM-DD`. */
export function longDay(day: string): string {
  const format = new Intl.DateTimeFormat(language(), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T12:00:00Z`));
}

/** "2:05", minutes and seconds. */
export function clockTime(seconds: number): string {
  const rounded = Math.ceil(seconds);
  return `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, '0')}`;
}

/** Names in a row, as the language writes them: "Boots, Bed and Belt". */
export function listNames(names: readonly string[]): string {
  return new Intl.ListFormat(language()).format(names);
}
