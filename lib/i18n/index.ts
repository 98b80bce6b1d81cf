import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** Words of the user's language from `public/_locales`; numbers and dates by `Intl` in the same language. */
export type MessageKey = keyof typeof messages;
type PluralKey = { [K in MessageKey]: K extends `${infer Base}_other` ? Base : never }[MessageKey];

/** Where the words come from: the browser, unless `speak` says otherwise. */
let source: { readonly language: string; readonly message: (key: MessageKey, values: readonly string[]) => string } | null = null;

/** For places without a browser (the command line): takes the words from a file of `_locales` instead; null: from the browser again. */
export function speak(language: string | null, texts: Readonly<Record<string, { readonly message: string }>> = {}): void {
  if (language === null) {
    source = null;
    return;
  }
  source = {
    language,
    message: (key, values) => (texts[key]?.message ?? '').replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? ''),
  };
}

/** The message, with `$1`, `$2` … filled in. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  const filled = values.map(String);
  return source === null ? browser.i18n.getMessage(key, filled) : source.message(key, filled);
}

/** The form of a message that fits a count, which is its `$1`. */
export function plural(key: PluralKey, count: number, ...values: (string | number)[]): string {
  const form = new Intl.PluralRules(language()).select(count) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}` as MessageKey, number(count), ...values);
}

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
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
