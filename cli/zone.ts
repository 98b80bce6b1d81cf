import { type Day, toDay } from '../lib/core/day';
import { instantAt, wallMsAt } from '../lib/core/local-time';
import { toWakingDay } from '../lib/core/waking-day';

/** Converts between a scenario's instants and local days. */
export interface CivilZone {
  /** An IANA name, or an offset such as `+02:00`. */
  readonly timeZone: string;
  toLocalDay(epochMs: number): Day;
  /** The day that a person with these times is in: it lasts until they have slept. */
  toWakingDay(epochMs: number, times: { readonly wake?: string | null | undefined; readonly bed?: string | null | undefined }): Day;
  /** The instant of a time with an offset. Without one, the time is local. */
  toInstant(time: string): number;
}

const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/;

/** The named zone; if none is named, the offset of `now`. */
export function readTimeZone(now: string, named: string | null): CivilZone {
  const timeZone = named ?? readOffset(now);
  return {
    timeZone,
    toWakingDay: (epochMs, { wake, bed }) => toWakingDay(wallMsAt(epochMs, timeZone), { wake: wake ?? null, bed: bed ?? null }),
    // Not every runtime accepts an offset as a time zone, so the clock is shifted and read as UTC.
    toLocalDay: (epochMs) => toDay(wallMsAt(epochMs, timeZone), 'UTC'),
    toInstant: (time) => (OFFSET.test(time) ? Date.parse(time) : instantAt(Date.parse(`${time}Z`), timeZone)),
  };
}

/** The offset of `now`, such as `+02:00`. */
function readOffset(now: string): string {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(now) ?? [];
  return sign === undefined ? 'UTC' : `${sign}${hours}:${minutes}`;
}
