import { type Day, toDay } from '../lib/core/day';
import { offsetMs } from '../lib/planner';

/** How a scenario's instants become days. */
export interface CivilZone {
  /** An IANA name, or an offset such as `+02:00`. */
  readonly timeZone: string;
  toLocalDay(epochMs: number): Day;
  /** The instant of a time with an offset; without one it is local. */
  toInstant(time: string): number;
}

const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/;

/** The named zone, or the offset of `now` where there is none. */
export function readTimeZone(now: string, named: string | null): CivilZone {
  const timeZone = named ?? readOffset(now);
  return {
    timeZone,
    // An offset is no zone to every runtime: its clock is read as if it were UTC's.
    toLocalDay: (epochMs) => toDay(epochMs + offsetMs(epochMs, timeZone), 'UTC'),
    toInstant: (time) => {
      if (OFFSET.test(time)) return Date.parse(time);
      const asUtc = Date.parse(`${time}Z`);
      // Twice, for the offset is that of the instant sought and not of the same reading in UTC.
      return asUtc - offsetMs(asUtc - offsetMs(asUtc, timeZone), timeZone);
    },
  };
}

/** `+02:00`, as `now` has it. */
function readOffset(now: string): string {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(now) ?? [];
  return sign === undefined ? 'UTC' : `${sign}${hours}:${minutes}`;
}
