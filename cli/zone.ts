import { type Day, dayOf } from '../lib/day';

/** How a scenario's instants become days. */
export interface Zone {
  dayOf(epochMs: number): Day;
  /** The instant of a time with an offset; without one it is local. */
  instantOf(time: string): number;
}

const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/;

/** The named zone, or the offset of `now` where there is none. */
export function zoneOf(now: string, timeZone: string | null): Zone {
  const fixedMs = offsetMs(now);
  const offsetAt = timeZone === null ? () => fixedMs : (epochMs: number) => zoneOffsetMs(epochMs, timeZone);
  return {
    dayOf: (epochMs) => (timeZone === null ? dayOf(epochMs + fixedMs, 'UTC') : dayOf(epochMs, timeZone)),
    instantOf: (time) => {
      if (OFFSET.test(time)) return Date.parse(time);
      const asUtc = Date.parse(`${time}Z`);
      // Twice, for the offset is that of the instant sought and not of the same reading in UTC.
      return asUtc - offsetAt(asUtc - offsetAt(asUtc));
    },
  };
}

function offsetMs(time: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function zoneOffsetMs(epochMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(epochMs);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const reading = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return reading - Math.floor(epochMs / 1000) * 1000;
}
