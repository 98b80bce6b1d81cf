import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** Words of the user's language from `public/_locales`; numbers and dates by `Intl` in the same language. */
export type MessageKey = keyof typeof messages;
type PluralKey = { [K in MessageKey]: K extends `${infer Base}_other` ? Base : never }[MessageKey];

type Texts = Readonly<Record<string, { readonly message: string }>>;

/** Where the words come from: the browser, unless `speak` says otherwise. */
let source: { readonly language: string; readonly texts: readonly Texts[] } | null = null;

/**
 * Takes the words from files of `_locales`, for places without a browser (the command line). Null: from the browser again.
 * @param texts the language's own first, then those that fill its gaps (English), as the browser does by itself
 */
export function speak(language: string | null, ...texts: readonly Texts[]): void {
  source = language === null ? null : { language, texts };
}

/** Empty where neither the language nor English has the message. */
function find(key: string, values: readonly string[]): string {
  // The browser's type knows the English keys only; a language may have further plural forms.
  if (source === null) return browser.i18n.getMessage(key as MessageKey, [...values]);
  const text = source.texts.find((one) => key in one)?.[key]?.message ?? '';
  return text.replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '');
}

/** The message, with `$1`, `$2` … filled in. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return find(key, values.map(String));
}

/**
 * The form of a message that fits a count, which is its `$1`: `key_zero`, `_one`, `_two`, `_few` or `_many` by the language's rules, and
 * `key_other` where the language has no such form.
 */
export function plural(key: PluralKey, count: number, ...values: (string | number)[]): string {
  const filled = [number(count), ...values.map(String)];
  return find(`${key}_${pluralRules().select(count)}`, filled) || find(`${key}_other`, filled);
}

/** Rules of the language that the words are in: a browser may be set to a language that Rebound is not translated into. */
function pluralRules(): Intl.PluralRules {
  const code = t('languageCode') || language();
  const known = rules.get(code) ?? new Intl.PluralRules(code);
  rules.set(code, known);
  return known;
}

/** Making a set of rules takes far longer than using it. */
const rules = new Map<string, Intl.PluralRules>();

/** The language of numbers and dates, as a BCP 47 tag. */
export function language(): string {
  return source?.language ?? browser.i18n.getUILanguage();
}

/** Making a format takes far longer than using it. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number with a fixed count of decimals. */
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
