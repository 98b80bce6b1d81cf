import type uPlot from 'uplot';
import { type Day, daysBetween } from '../../../lib/day';
import { number } from '../../../lib/i18n';
import type { LabSeries } from '../../../lib/labs';
import { dayGrid } from '../../../lib/trends/series';
import { axisStyle } from '../../chart-theme';
import { type Chart, STILL } from '../../charts/chart';
import { dayAxis } from './day-axis';
import { EDGE } from './trend-chart';

/** The user's own range, which is no judgement of ours: the same soft band as elsewhere. */
export const LAB_BAND = 'color-mix(in oklch, var(--accent) 15%, transparent)';
/** Room before the first and behind the last day, as a share of the time between. */
const MARGIN = 0.04;
const AIR = 0.12;

/** One series over its days; the user's own range beside it, as it came with each value. Null with fewer than two days. */
export function labChart({ values }: LabSeries): Chart | null {
  const [first, last] = [values[0]?.day, values.at(-1)?.day];
  if (first === undefined || last === undefined || first === last) return null;
  const days: readonly Day[] = dayGrid(first, last);
  const length = days.length - 1;
  const [bottom, top] = heights(values.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]));
  const column = (read: (of: LabSeries['values'][number]) => number | null) => values.map(read);
  return {
    heightPx: 240,
    data: [
      values.map(({ day }) => daysBetween(first, day)),
      // A range that is open at one end reaches to the edge of the picture.
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
        EDGE,
        EDGE,
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

function heights(all: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const span = Math.max(high - low, Math.abs(high) * 0.1, 1e-6);
  return [low - AIR * span, high + AIR * span];
}

/** As many decimals as were typed, up to four. */
export function labNumber(value: number): string {
  const decimals = (String(Number(value.toPrecision(8))).split('.')[1] ?? '').length;
  return number(value, Math.min(4, decimals));
}
