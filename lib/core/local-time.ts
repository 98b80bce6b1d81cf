import { DAY_MS, MINUTE_MS } from './time';

/**
 * Local times: what a clock on the wall shows in a time zone, and the instants behind it. A zone is an IANA name, or an offset such as
 * `+05:30` if it has no name.
 */

/** Formatters are expensive to create and depend only on the time zone; few zones are ever used. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

const FIXED = /^([+-])(\d{2}):(\d{2})$/;

/** The offset of the time zone from UTC at an instant, ms. Throws RangeError for an unknown zone. */
export function offsetMs(epochMs: number, timeZone: string): number {
  const [, sign, hours, minutes] = FIXED.exec(timeZone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] =
    formatFor(timeZone).format(epochMs).match(/\d+/g)?.map(Number) ?? [];
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000;
}

/**
 * The instant at which the wall clock shows a time. A time skipped by a clock change is as much later as the clock jumps; of a time that
 * occurs twice, takes the first (like `Date.parse`, and Temporal's `compatible`).
 * @param wallMs what the clock shows, as the epoch ms of the same reading in UTC
 */
export function instantAt(wallMs: number, timeZone: string): number {
  const before = offsetMs(wallMs - DAY_MS, timeZone);
  const after = offsetMs(wallMs + DAY_MS, timeZone);
  if (before === after) return wallMs - before;
  if (offsetMs(wallMs - before, timeZone) === before) return wallMs - before;
  return offsetMs(wallMs - after, timeZone) === after ? wallMs - after : wallMs - before;
}

/** What the wall clock shows at an instant, as the epoch ms of the same reading in UTC. */
export function wallMsAt(epochMs: number, timeZone: string): number {
  return epochMs + offsetMs(epochMs, timeZone);
}

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/** Reads `YYYY-MM-DDTHH:MM`, with or without `:SS`, as the epoch ms of the same reading in UTC. NaN for anything else, such as 30 February. */
export function parseWallMs(local: string): number {
  const wallMs = LOCAL.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  // Some engines read 30 February as 2 March.
  return Number.isFinite(wallMs) && new Date(wallMs).toISOString().startsWith(local) ? wallMs : Number.NaN;
}

/** `YYYY-MM-DDTHH:MM` in a time zone: the format of a field for date and time. */
export function toLocalMinute(epochMs: number, timeZone: string): string {
  return new Date(wallMsAt(epochMs, timeZone)).toISOString().slice(0, 16);
}

/** The instant of a local time, in the forms that `parseWallMs` reads; NaN for anything else. */
export function toInstant(local: string, timeZone: string): number {
  const wallMs = parseWallMs(local);
  return Number.isFinite(wallMs) ? instantAt(wallMs, timeZone) : Number.NaN;
}
