import type uPlot from 'uplot';
import { type MessageKey, number, t } from '../../../lib/i18n';
import { FELT, type FeltName, type SeriesValues, weekMean } from '../../../lib/trends/series';
import type { Trends } from '../../../lib/views/trends';
import { axes, LINE } from '../../charts/chart';
import { dash, places, shown } from './heart-charts';
import { BAR, byHand, DOT, drawBars, drawDots, HIDDEN, line, type TrendChart } from './trend-chart';

/** Charts of the answers to the morning questions. */

const DAILY = 'color-mix(in oklch, var(--accent) 58%, var(--surface))';
const NIGHTS = 'color-mix(in oklch, var(--accent) 30%, var(--surface))';
const NAMES: Readonly<Record<FeltName, MessageKey>> = {
  sleepQuality: 'trendsSleepQuality',
  energy: 'askEnergy',
  mood: 'askMood',
  stress: 'askStress',
  soreness: 'trendsSoreness',
};

/** Hours slept, one bar a night. */
export function sleepChart(trends: Trends): TrendChart {
  const hours = trends.said.sleepHours;
  const mean = weekMean(hours);
  const words = (value: number | null | undefined) => (value == null ? null : t('trendsHours', number(value, 1)));
  return {
    name: 'sleep',
    title: t('trendsSleep'),
    unit: t('trendsSleepUnit'),
    heightPx: 220,
    days: trends.days,
    data: [places(trends), [...hours], [...mean]],
    options: (theme) => ({
      scales: { y: { range: (_plot, _min, max) => [0, Math.max(10, 1.05 * (max ?? 0))] } },
      axes: [{ ...(axes(theme)[1] as uPlot.Axis), size: 36 }],
      hooks: byHand((plot, series) => drawBars(plot, series, theme.colour(NIGHTS)), 1),
      series: [HIDDEN, line(theme, '--accent', 2.25)],
    }),
    items: [
      { label: t('trendsNight'), path: BAR, stroke: NIGHTS, fill: NIGHTS, width: 0, at: (place) => words(hours[place]) },
      { label: t('trendsMean7'), path: LINE, stroke: '--accent', width: 2.25, at: (place) => words(mean[place]) },
    ],
    has: (place) => hours[place] != null,
    table: [
      { head: t('trendsNight'), at: (place) => dash(words(hours[place])) },
      { head: t('trendsMean7'), at: (place) => dash(words(mean[place])) },
    ],
  };
}

/** Five scales of 1 to 5, each in a lane of its own: dots for the days, a line for the weekly mean. */
export function feltChart(trends: Trends): TrendChart {
  const { felt } = trends.said;
  const means = FELT.map((name) => weekMean(felt[name]));
  // Maps 1 … 5 into a lane of height 1, with some margin between the lanes.
  const laid = (values: SeriesValues, lane: number) =>
    values.map((value) => (value === null ? null : FELT.length - 1 - lane + 0.14 + (0.72 * (value - 1)) / 4));
  const any = (place: number) => FELT.some((name) => felt[name][place] != null);
  return {
    name: 'wellness',
    title: t('trendsFelt'),
    unit: t('trendsFeltUnit'),
    heightPx: 340,
    days: trends.days,
    data: [places(trends), ...FELT.flatMap((name, lane) => [laid(felt[name], lane), laid(means[lane] ?? [], lane)])],
    options: (theme) => ({
      scales: { y: { range: () => [0, FELT.length] } },
      axes: [
        {
          ...(axes(theme)[1] as uPlot.Axis),
          size: 84,
          splits: () => FELT.map((_, lane) => FELT.length - 1 - lane + 0.5),
          values: () => FELT.map((name) => t(NAMES[name])),
        },
      ],
      series: FELT.flatMap(() => [HIDDEN, line(theme, '--accent', 2)]),
      hooks: byHand((plot, series) => drawDots(plot, series, () => false, theme, [DAILY, DAILY]), ...FELT.map((_, lane) => 2 * lane + 1)),
    }),
    items: [
      ...FELT.map((name) => ({
        label: t(NAMES[name]),
        path: DOT,
        stroke: DAILY,
        fill: DAILY,
        width: 0,
        at: (place: number) => shown(felt[name][place], 0),
      })),
      { label: t('trendsMean7'), path: LINE, stroke: '--accent', width: 2 },
    ],
    notes: [t('trendsFeltNote')],
    has: any,
    table: FELT.map((name) => ({ head: t(NAMES[name]), at: (place) => dash(shown(felt[name][place], 0)) })),
  };
}
