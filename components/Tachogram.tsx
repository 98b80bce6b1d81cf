import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import { t } from '../lib/i18n';
import { axisStyle, type ChartTheme } from './chart-theme';
import { Plot } from './Plot';

interface TachogramProps {
  /** Time of each beat, s; and its interval, ms; null where there is a gap. */
  readonly atS: readonly number[];
  readonly rrMs: readonly (number | null)[];
  readonly heightPx?: number;
}

/** RR intervals over time. Redraws when data, size or colour scheme change; the caller puts a table behind it. */
export function Tachogram({ atS, rrMs, heightPx = 220 }: TachogramProps) {
  const data = useMemo((): uPlot.AlignedData => [[...atS], [...rrMs]], [atS, rrMs]);
  return <Plot label={t('tachogram')} options={options} data={data} heightPx={heightPx} />;
}

function options(theme: ChartTheme) {
  const axis = axisStyle(theme);
  return {
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: { range: (plot: uPlot) => rrRange(plot.data[1] ?? []) } },
    axes: [
      { ...axis, values: (_plot: uPlot, ticks: number[]) => ticks.map((tick) => `${tick} ${t('secondsAxis')}`), size: 32 },
      { ...axis, size: 52, values: (_plot: uPlot, ticks: number[]) => ticks.map((tick) => `${tick}`) },
    ],
    series: [{}, { stroke: theme.colour('--accent'), width: 2, points: { show: false }, spanGaps: false }],
  };
}

/**
 * The range in ms for the axis: the middle 96 % of the intervals with some margin, at least 200 ms high so that a calm trace looks calm. A
 * stray interval is cut off rather than flattening all others.
 */
function rrRange(values: ArrayLike<number | null | undefined>): [number, number] {
  const known = Array.from(values)
    .filter((value): value is number => typeof value === 'number')
    .sort((a, b) => a - b);
  const low = known[Math.floor(known.length * 0.02)];
  const high = known[Math.ceil(known.length * 0.98) - 1];
  if (low === undefined || high === undefined) return [600, 1200];
  const middle = (low + high) / 2;
  const half = Math.max(100, (high - low) * 0.75);
  return [Math.floor((middle - half) / 20) * 20, Math.ceil((middle + half) / 20) * 20];
}
