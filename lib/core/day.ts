/** Days: `YYYY-MM-DD` in the user's time zone, fixed once, when something is recorded. */

export type Day = string;

/** One formatter per zone: creating one takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function findFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
}

/**
 * The day on which an instant (epoch ms) falls in a time zone (IANA name; default: the machine's current zone). Throws RangeError for an
 * unknown zone.
 */
export function toDay(epochMs: number, timeZone?: string): Day {
  if (timeZone === undefined) {
    const date = new Date(epochMs);
    return dayName(date.getFullYear(), date.getMonth() + 1, date.getDate());
  }
  const parts = findFormatter(timeZone).formatToParts(epochMs);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return dayName(part('year'), part('month'), part('day'));
}

function dayName(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The machine's current time zone, an IANA name. It is read on each call, because people travel. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day `days` after another; before it if negative. */
export function addDays(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days);
}

/**
 * Days since 1970-01-01, and back (`dayAt`), in the proleptic Gregorian calendar. Uses integer arithmetic, because callers convert years of
 * days at a time and creating a Date for each would dominate the cost. Eras of 400 years start in March (Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms").
 */
export function dayNumber(day: Day): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function dayAt(days: number): Day {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * m + 2) / 5) + 1;
  const month = m < 10 ? m + 3 : m - 9;
  const of = year + era * 400 + (month <= 2 ? 1 : 0);
  return `${of < 1000 ? String(of).padStart(4, '0') : of}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}
