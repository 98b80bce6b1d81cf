import type uPlot from 'uplot';
import { number, t } from '../../../lib/i18n';
import type { Trends } from '../../../lib/views/trends';
import { axes, LINE } from '../../charts/chart';
import { dash, places, shown } from './heart-charts';
import { BAR, byHand, drawBars, fromZero, HIDDEN, line, type TrendChart } from './trend-chart';

/** Charts of training load. */

const DAILY = 'color-mix(in oklch, var(--accent) 30%, var(--surface))';
const DASHED = [3, 2] as const;
const DOTTED = [1, 1.5] as const;
/** Foster 1998: above it, the days of a week are too similar. */
const MONOTONOUS = 2;

/** Each day's load with fitness, fatigue and form, in one unit. */
export function loadChart(trends: Trends): TrendChart {
  const { score, ctl, atl, tsb } = trends.load;
  const signed = (value: number | null | undefined) => (value == null ? null : `${value > 0 ? '+' : ''}${number(value)}`.replace('-', '−'));
  return {
    name: 'load',
    title: t('trendsLoad'),
    unit: t('trendsLoadUnit'),
    heightPx: 280,
    days: trends.days,
    data: [places(trends), [...score], [...ctl], [...atl], [...tsb]],
    options: (theme) => ({
      scales: { y: { range: (_plot, min, max) => [Math.min(0, 1.1 * (min ?? 0)), 1.08 * Math.max(40, max ?? 0)] } },
      axes: [{ ...(axes(theme)[1] as uPlot.Axis), size: 44 }],
      hooks: byHand((plot, series) => drawBars(plot, series, theme.colour(DAILY)), 1),
      series: [HIDDEN, line(theme, '--accent', 2.25), line(theme, '--easy', 1.75, DASHED), line(theme, '--push', 1.75, DOTTED)],
    }),
    items: [
      { label: t('trendsDay'), path: BAR, stroke: DAILY, fill: DAILY, width: 0, at: (place) => shown(score[place], 0) },
      { label: t('trendsCtl'), path: LINE, stroke: '--accent', width: 2.25, at: (place) => shown(ctl[place], 0) },
      { label: t('trendsAtl'), path: LINE, stroke: '--easy', width: 1.75, dash: [4, 2], at: (place) => shown(atl[place], 0) },
      { label: t('trendsTsb'), path: LINE, stroke: '--push', width: 1.75, dash: [2, 2], at: (place) => signed(tsb[place]) },
    ],
    notes: [t('trendsLoadNote')],
    has: (place) => ctl[place] != null,
    table: [
      { head: t('trendsDay'), at: (place) => dash(shown(score[place], 0)) },
      { head: t('trendsCtl'), at: (place) => dash(shown(ctl[place], 0)) },
      { head: t('trendsAtl'), at: (place) => dash(shown(atl[place], 0)) },
      { head: t('trendsTsb'), at: (place) => dash(signed(tsb[place])) },
    ],
  };
}

/** Monotony of a week, and its strain. */
export function monotonyChart(trends: Trends): TrendChart {
  const { monotony, strain } = trends.load;
  return {
    name: 'monotony',
    title: t('trendsMonotony'),
    unit: '',
    heightPx: 220,
    days: trends.days,
    data: [places(trends), [...strain], [...monotony], trends.days.map(() => MONOTONOUS)],
    options: (theme) => ({
      scales: { y: { range: fromZero(2.4) }, strain: { range: fromZero(200) } },
      axes: [
        { ...(axes(theme)[1] as uPlot.Axis), size: 36, values: (_plot, at) => at.map((value) => number(value, 1)) },
        { ...(axes(theme)[1] as uPlot.Axis), side: 1, scale: 'strain', grid: { show: false }, size: 48 },
      ],
      hooks: byHand((plot, series) => drawBars(plot, series, theme.colour(DAILY)), 1),
      series: [{ ...HIDDEN, scale: 'strain' }, line(theme, '--accent', 2.25), { ...line(theme, '--easy', 1.25), dash: [6, 4] }],
    }),
    items: [
      { label: t('trendsMonotonyName'), path: LINE, stroke: '--accent', width: 2.25, at: (place) => shown(monotony[place], 1) },
      { label: t('trendsMonotonyLimit'), path: LINE, stroke: '--easy', width: 1.25, dash: [4, 2], at: () => number(MONOTONOUS) },
      { label: t('trendsStrain'), path: BAR, stroke: DAILY, fill: DAILY, width: 0, at: (place) => shown(strain[place], 0) },
    ],
    notes: [t('trendsMonotonyNote')],
    has: (place) => monotony[place] != null,
    table: [
      { head: t('trendsMonotonyName'), at: (place) => dash(shown(monotony[place], 1)) },
      { head: t('trendsStrain'), at: (place) => dash(shown(strain[place], 0)) },
    ],
  };
}
