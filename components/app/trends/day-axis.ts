import type uPlot from 'uplot';
import { type Day, daysBetween } from '../../../lib/core/day';
import { language } from '../../../lib/i18n';

/** Labels of the day axis: as dense as they fit, at Mondays, the first of months, or years. */

/** Width in px that a label needs. */
const ROOM = 64;
/** Steps in months, once weeks do not fit. */
const MONTHS = [1, 2, 3, 6, 12, 24, 60];

export function dayAxis(days: readonly Day[]): Pick<uPlot.Axis, 'splits' | 'values'> {
  const format = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language(), { ...style, timeZone: 'UTC' });
  const [dayOfMonth, month, year] = [format({ day: 'numeric', month: 'short' }), format({ month: 'short' }), format({ year: 'numeric' })];
  return {
    splits: (plot, _axis, min, max) => {
      const room = Math.max(1, (plot.bbox.width / devicePixelRatio || 600) / ROOM);
      return splits(days, Math.max(0, Math.ceil(min)), Math.min(days.length - 1, Math.floor(max)), room);
    },
    values: (_plot, places) => {
      const months = places.length > 1 && places.every((place) => days[place]?.endsWith('-01'));
      return places.map((place) => {
        const day = days[place];
        if (day === undefined) return '';
        const at = Date.parse(`${day}T12:00:00Z`);
        if (!months) return dayOfMonth.format(at);
        return day.slice(5, 7) === '01' ? year.format(at) : month.format(at);
      });
    },
  };
}

/** Indices of the days that get a label. */
function splits(days: readonly Day[], from: number, to: number, room: number): number[] {
  const count = to - from + 1;
  if (count <= room) return range(from, to, 1);
  const first = days[from];
  if (first === undefined) return [];
  // 5 January 1970 was a Monday.
  const monday = from + ((7 - (((daysBetween('1970-01-05', first) % 7) + 7) % 7)) % 7);
  for (const weeks of [1, 2]) if (count / (7 * weeks) <= room) return range(monday, to, 7 * weeks);
  const step = MONTHS.find((months) => count / (30.4 * months) <= room) ?? 120;
  const starts: number[] = [];
  for (let i = from; i <= to; i++) {
    const day = days[i] ?? '';
    if (!day.endsWith('-01')) continue;
    const months = 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
    if (months % step === 0) starts.push(i);
  }
  return starts;
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, i) => from + i * step);
}
