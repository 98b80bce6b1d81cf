import { language, t } from '../../../lib/i18n';
import type { ChartGroup } from './chart-group';
import type { TrendChart } from './trend-chart';

/** The day whose values a chart shows: the one under the cursor, else the last one in view that has any. */
export function shownPlace({ has }: TrendChart, group: ChartGroup): number {
  const cursor = group.cursor.value;
  if (cursor !== null) return cursor;
  const { from, to } = group.view.value;
  for (let place = to; place >= Math.max(0, from); place--) if (has(place)) return place;
  return to;
}

const STYLE = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
/** Created once: a browser's language does not change while a page is open. */
let format: Intl.DateTimeFormat | null = null;

/** "Tue, May 5, 2026" */
export function dayWords({ days }: Pick<TrendChart, 'days'>, place: number): string {
  const day = days[place];
  if (day === undefined) return '';
  format ??= new Intl.DateTimeFormat(language(), STYLE);
  return format.format(Date.parse(`${day}T12:00:00Z`));
}

/** The same with all values of the day, for screen readers. */
export function dayAndItems(chart: TrendChart, place: number): string {
  const said = chart.items.flatMap(({ label, at }) => {
    const value = at?.(place) ?? null;
    return value === null || value === '' ? [] : [`${label} ${value}`];
  });
  const also = chart.also?.(place) ?? null;
  const all = [...said, ...(also === null ? [] : [also])];
  return [dayWords(chart, place), ...(all.length === 0 ? [t('trendsNothing')] : all)].join(t('listComma'));
}
