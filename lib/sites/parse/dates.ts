import { monthNumber } from './months';
import { fold } from './text';

interface Day {
  readonly iso: string;
  /** "September 15, 2024": American order, which goes with a 12-hour clock. */
  readonly monthFirst: boolean;
}

const pad = (value: number): string => String(value).padStart(2, '0');

function day(year: number, month: number | null, date: number, monthFirst = false): Day | null {
  if (month === null || year < 1980 || year > 2100) return null;
  const check = new Date(Date.UTC(year, month - 1, date));
  return check.getUTCMonth() === month - 1 && check.getUTCDate() === date
    ? { iso: `${year}-${pad(month)}-${pad(date)}`, monthFirst }
    : null;
}

/** 9/15/2024 or 15/9/2024. The language decides; if it is unknown, only a date that is valid in one order is read. */
function numeric(first: number, second: number, year: number, separator: string, language: string): Day | null {
  const dayFirst = day(year, second, first);
  const monthFirst = day(year, first, second, true);
  if (/^en-us$/i.test(language)) return monthFirst;
  if (separator === '.' || /^(en-gb|fr|de|pt|es|it|ru|nl|id)\b/i.test(language)) return dayFirst;
  return dayFirst === null || monthFirst === null || first === second ? (dayFirst ?? monthFirst) : null;
}

/** Every calendar day that the folded text could mean. */
function* days(text: string, language: string): Generator<Day | null> {
  for (const [, y, m, d] of text.matchAll(/(?<!\d)(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/g)) yield day(Number(y), Number(m), Number(d));
  for (const [, y, m, d] of text.matchAll(/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g)) yield day(Number(y), Number(m), Number(d));
  for (const [, a, mark, b, y] of text.matchAll(/(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/g)) {
    yield numeric(Number(a), Number(b), Number(y), mark ?? '', language);
  }
  for (const [, d, word, y] of text.matchAll(
    /(?<!\d)(\d{1,2})(?:\.|o|er|st|nd|rd|th)? ?(?:de |di )?(\p{L}+)\.?,? ?(?:de |del )?(\d{4})(?!\d)/gu,
  )) {
    const month = monthNumber(word ?? '');
    if (month !== null) yield day(Number(y), month, Number(d));
  }
  for (const [, word, d, y] of text.matchAll(/(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (?:de |del )?(\d{4})(?!\d)/gu)) {
    const month = monthNumber(word ?? '');
    if (month !== null) yield day(Number(y), month, Number(d), true);
  }
}

/** Parts of the day that overlap noon or midnight, so that some hours could be in either half of the day. */
const VAGUE = /凌晨|清晨|早上|早晨|中午|傍晚|晚上|半夜|夜里/;

interface Time {
  readonly text: string;
  readonly hour: number;
  readonly minute: string;
  readonly second: string | undefined;
  readonly half: 'am' | 'pm' | null;
}

/** "17:05 am Sonntag", "am 15. September": here "am" is the German preposition, not a half of the day. */
const ON_IN_GERMAN = 'am (?:\\w+tag|mittwoch|sonnabend|(?:mo|di|mi|do|fr|sa|so)[.,]|\\d{1,2}\\.)';

function times(text: string, language: string): Time[] {
  // Italian and Indonesian write a point between hours and minutes. In other languages a point would match dates.
  const mark = /^(it|id)\b/i.test(language) ? '[:.]' : ':';
  const clock = new RegExp(
    `(午前|午後|午后|上午|下午)? ?(?<![\\d.:/-])(\\d{1,2})(?:${mark}| ?h ?|[時时点點] ?)(\\d{2})(?:${mark}(\\d{2})|分)?(?![\\d:/]|\\.\\d)(?: ?(?!${ON_IN_GERMAN})([ap])\\.? ?m\\b\\.?)?`,
    'gu',
  );
  return [...text.matchAll(clock)].map(([all, before, hour, minute, second, after]) => {
    const half = before ? (/午前|上午/.test(before) ? 'am' : 'pm') : after ? (after === 'a' ? 'am' : 'pm') : null;
    return { text: all, hour: Number(hour), minute: minute ?? '', second, half };
  });
}

function toHour(time: Time, monthFirst: boolean): number | null {
  if (time.half !== null) return time.hour > 12 ? null : (time.hour % 12) + (time.half === 'pm' ? 12 : 0);
  // An American date without "AM" or "PM" could mean either half of the day.
  return time.hour > 23 || (monthFirst && time.hour >= 1 && time.hour <= 12) ? null : time.hour;
}

/**
 * Reads a date and time in words as `YYYY-MM-DDTHH:mm`, with seconds where given, in any language of the sites and with a 12- or 24-hour
 * clock. Null unless the text holds exactly one day and one time, each with one possible meaning.
 * @param language BCP 47; '' when unknown
 */
export function parseWallClock(raw: string, language: string): string | null {
  const text = fold(raw);
  const [time, another] = times(text, language);
  if (time === undefined || another !== undefined || VAGUE.test(text)) return null;
  const found = [...days(text.replace(time.text, ' '), language)];
  const date = found[0];
  if (!date || found.some((other) => other?.iso !== date.iso)) return null;
  const hour = toHour(time, date.monthFirst);
  if (hour === null || Number(time.minute) > 59 || Number(time.second ?? 0) > 59) return null;
  return `${date.iso}T${pad(hour)}:${time.minute}${time.second === undefined ? '' : `:${time.second}`}`;
}

/** The same for an ISO text without an offset. Null for one with an offset: that is an instant, and its local time is unknown. */
export function parseIsoWallClock(raw: string | null | undefined): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d)?(?:\.\d+)?$/.exec(raw ?? '');
  const date = match ? day(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  return match && date ? `${date.iso}T${match[4]}:${match[5]}${match[6] ?? ''}` : null;
}

/** The same for seconds since 1970 that were written as if local time were UTC. */
export function wallClockOfSeconds(seconds: number | null | undefined): string | null {
  if (typeof seconds !== 'number' || !(seconds > 315_532_800 && seconds < 4_133_980_800)) return null;
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

/**
 * Seconds of an ISO 8601 duration up to days, such as `PT1H2M33S`. Null for anything else, including months and years, which have no fixed
 * length.
 */
export function parseIsoDuration(raw: string): number | null {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/.exec(raw.trim());
  if (!match || match.slice(1).every((part) => part === undefined)) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number((part ?? '0').replace(',', '.')));
  return days * 86_400 + hours * 3600 + minutes * 60 + seconds;
}
