/** Days: `YYYY-MM-DD` in the user's zone, decided once, when something is recorded. */

export type Day = string;

/** One formatter a zone: making one takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
}

/** The day that an instant (epoch ms) falls on in a zone (IANA name; the machine's as it is now when left out). Throws RangeError for a zone that is none. */
export function dayOf(epochMs: number, timeZone?: string): Day {
  if (timeZone === undefined) {
    const date = new Date(epochMs);
    return dayName(date.getFullYear(), date.getMonth() + 1, date.getDate());
  }
  const parts = formatterOf(timeZone).formatToParts(epochMs);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return dayName(part('year'), part('month'), part('day'));
}

function dayName(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The machine's zone, an IANA name, as it is now: people travel. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day `days` after (or, negative, before) another. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
