import type uPlot from 'uplot';
import { type Day, daysBetween } from '../../../lib/core/day';
import { number } from '../../../lib/i18n';
import { dayGrid } from '../../../lib/trends/series';
import type { LabSeries } from '../../../lib/views/labs';
import { axisStyle } from '../../chart-theme';
import { type Chart, STILL } from '../../charts/chart';
import { dayAxis } from './day-axis';
import { CHART_EDGE } from './trend-chart';

/** The user's own range, not a judgement of the product: the same soft band as elsewhere. */
export const LAB_BAND = 'color-mix(in oklch, var(--accent) 15%, transparent)';
/** Margin before the first and after the last day, as a share of the time between. */
const MARGIN = 0.04;
const AIR = 0.12;
/** An end of a range that is farther from the values than this multiple of their span lies outside the chart. */
const FARTHEST = 1.5;

/** One series over its days, with the user's own range of each value. Null with fewer than two days. */
export function labChart({ values }: LabSeries): Chart | null {
  const [first, last] = [values[0]?.day, values.at(-1)?.day];
  if (first === undefined || last === undefined || first === last) return null;
  const days: readonly Day[] = dayGrid(first, last);
  const length = days.length - 1;
  const [bottom, top] = heights(values);
  const column = (read: (of: LabSeries['values'][number]) => number | null) => values.map(read);
  return {
    heightPx: 240,
    data: [
      values.map(({ day }) => daysBetween(first, day)),
      // A range that is open at one end reaches to the edge of the chart.
      column(({ low, high }) => low ?? (high === null ? null : bottom)),
      column(({ low, high }) => high ?? (low === null ? null : top)),
      column(({ value }) => value),
    ],
    options: (theme) => ({
      ...STILL,
      scales: {
        x: { time: false, range: (): [number, number] => [-MARGIN * length, (1 + MARGIN) * length] },
        y: { range: (): [number, number] => [bottom, top] },
      },
      axes: [
        { ...axisStyle(theme), grid: { show: false }, size: 28, ...dayAxis(days) },
        { ...axisStyle(theme), size: 56, values: (_plot: uPlot, ticks: number[]) => ticks.map((tick) => labNumber(tick)) },
      ],
      series: [
        {},
        CHART_EDGE,
        CHART_EDGE,
        {
          stroke: theme.colour('--accent'),
          width: 2,
          points: { show: true, size: 7, fill: theme.colour('--accent'), stroke: theme.colour('--accent'), width: 0 },
          spanGaps: true,
        },
      ],
      bands: [{ series: [2, 1], fill: theme.colour(LAB_BAND) }],
    }),
  };
}

/** From the lowest to the highest value, extended to the ends of the ranges as long as the values stay readable. */
function heights(values: LabSeries['values']): [number, number] {
  const all = values.map(({ value }) => value);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const span = Math.max(high - low, Math.abs(high) * 0.1, 1e-6);
  const [from, to] = [low - FARTHEST * span, high + FARTHEST * span];
  const bottom = Math.max(from, Math.min(low, ...values.map((one) => one.low ?? low)));
  const top = Math.min(to, Math.max(high, ...values.map((one) => one.high ?? high)));
  return [bottom - AIR * span, top + AIR * span];
}

/** As many decimals as were typed, up to four. */
export function labNumber(value: number): string {
  const decimals = (String(Number(value.toPrecision(8))).split('.')[1] ?? '').length;
  return number(value, Math.min(4, decimals));
}
