import type uPlot from 'uplot';
import { number, plural, t } from '../../../lib/i18n';
import { SPORT_WORDS } from '../../../lib/i18n/words/sport-words';
import type { SeriesValues } from '../../../lib/trends/series';
import type { Trends } from '../../../lib/views/trends';
import type { ChartTheme } from '../../chart-theme';
import { axes, LINE } from '../../charts/chart';
import { drawLane, LANE_ITEMS } from './mark-lane';
import { airy, BLOCK, byHand, DIAMOND, DOT, drawBand, drawDots, HIDDEN, line, type TrendChart } from './trend-chart';

/** Charts of the morning checks: HRV, heart rate, and how much HRV varies from day to day. */

const BAND = 'color-mix(in oklch, var(--accent) 15%, transparent)';
const DAILY = 'color-mix(in oklch, var(--accent) 62%, var(--surface))';
const ODD = '--easy';
/** Steps of RMSSD in ms, for a logarithmic axis. */
const STEPS_MS = [1, 2, 5, 10, 20, 25, 50, 100, 200];
const MOST_STEPS = 6;
const STEPS_BPM = [1, 2, 5, 10, 20, 50];
/** Below this width, px, there is only one axis. */
const NARROW = 480;

export function places({ days }: Pick<Trends, 'days'>): number[] {
  return days.map((_, i) => i);
}

const column = (values: SeriesValues) => [...values];
export const shown = (value: number | null | undefined, decimals: number) => (value == null ? null : number(value, decimals));
export const dash = (value: string | null) => value ?? '–';

function outside(values: SeriesValues, low: SeriesValues, high: SeriesValues): (place: number) => boolean {
  return (place) => {
    const [value, from, to] = [values[place], low[place], high[place]];
    return value != null && from != null && to != null && (value < from || value > to);
  };
}

/** The usual range as a band, the days as dots, and the week's mean as a line over them: columns 1 to 4 of the data. */
function againstUsual(theme: ChartTheme, odd: (place: number) => boolean, draw: NonNullable<uPlot.Hooks.Arrays['draw']> = []) {
  const drawn = (plot: uPlot, series: number) =>
    series === 2 ? drawBand(plot, 1, 2, theme.colour(BAND)) : drawDots(plot, series, odd, theme, [DAILY, ODD]);
  return {
    series: [HIDDEN, HIDDEN, HIDDEN, line(theme, '--accent', 2.25)],
    hooks: { ...byHand(drawn, 2, 3), draw },
  };
}

/** ln(RMSSD), its weekly mean, and the usual range; activities along the bottom. The axis is linear in ln and labelled in ms. */
export function hrvChart(trends: Trends): TrendChart {
  const { ln, lnMean7, lnLow, lnHigh } = trends.heart;
  const odd = outside(ln, lnLow, lnHigh);
  const ms = (value: number | null | undefined) => (value == null ? null : number(Math.exp(value), Math.exp(value) < 20 ? 1 : 0));
  const both = (value: number | null | undefined) => (value == null ? null : t('trendsBoth', ms(value) ?? '', number(value, 2)));
  const range = (place: number) => {
    const [low, high] = [ms(lnLow[place]), ms(lnHigh[place])];
    return low === null || high === null ? null : t('trendsRange', low, high, t('ms'));
  };
  return {
    name: 'hrv',
    title: t('trendsHrv'),
    unit: t('trendsHrvUnit'),
    heightPx: 300,
    days: trends.days,
    data: [places(trends), column(lnLow), column(lnHigh), column(ln), column(lnMean7)],
    options: (theme) => ({
      scales: { y: { range: airy(0.5, null, 0.24) } },
      axes: [
        {
          ...(axes(theme)[1] as uPlot.Axis),
          size: 44,
          splits: (_plot, _axis, min, max) => msSplits(min, max),
          values: (_plot, at) => at.map((v) => number(Math.exp(v))),
        },
        {
          ...(axes(theme)[1] as uPlot.Axis),
          side: 1,
          grid: { show: false },
          size: (plot) => (plot.width < NARROW ? 8 : 40),
          values: (plot, at) => at.map((value) => (plot.width < NARROW ? '' : number(value, 1))),
        },
      ],
      ...againstUsual(theme, odd, [(plot) => drawLane(plot, trends, theme)]),
    }),
    items: [
      { label: t('rmssd'), path: DOT, stroke: DAILY, fill: DAILY, width: 0, at: (place) => both(ln[place]) },
      { label: t('trendsMean7'), path: LINE, stroke: '--accent', width: 2.25, at: (place) => both(lnMean7[place]) },
      { label: t('trendsUsual'), path: BLOCK, stroke: BAND, fill: BAND, width: 0, at: range },
      {
        label: t('trendsOutside'),
        path: DIAMOND,
        stroke: ODD,
        at: (place) => (ln[place] != null && odd(place) ? t('trendsYes') : ''),
      },
      ...LANE_ITEMS.filter(({ any }) => any(trends)).map(({ item }) => item()),
    ],
    also: (place) => doneOn(trends, place),
    notes: trends.rangeEvery === 1 ? [] : [t('trendsRangeEvery')],
    has: (place) => ln[place] != null,
    table: [
      { head: `${t('rmssd')} (${t('ms')})`, at: (place) => dash(ms(ln[place])) },
      { head: t('figLnRmssd'), at: (place) => dash(shown(ln[place], 2)) },
      { head: t('trendsMean7'), at: (place) => dash(both(lnMean7[place])) },
      { head: t('trendsUsual'), at: (place) => dash(range(place)) },
      { head: t('trendsDone'), at: (place) => doneOn(trends, place) ?? '' },
    ],
  };
}

/** "Run, 45 minutes, load 52" */
function doneOn({ marks, said }: Trends, place: number): string | null {
  const mark = marks.get(place);
  const parts = [
    ...(said.unwell[place] ? [t('trendsUnwell')] : []),
    ...(mark?.trained ?? []).map(({ sport, movingTimeS, score }) =>
      t('trendsTrained', t(SPORT_WORDS[sport]), plural('minutes', Math.round(movingTimeS / 60)), number(score)),
    ),
    ...(mark === undefined || mark.sessions.length === 0 ? [] : [plural('trendsSessions', mark.sessions.length)]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

function msSplits(low: number, high: number): number[] {
  const [from, to] = [Math.exp(low), Math.exp(high)];
  const step = STEPS_MS.find((ms) => (to - from) / ms <= MOST_STEPS) ?? 500;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => Math.log((first + i) * step)).filter(
    Number.isFinite,
  );
}

/** Heart rate of the check, its weekly mean and the usual range. */
export function hrChart(trends: Trends): TrendChart {
  const { hr, hrMean7, hrLow, hrHigh } = trends.heart;
  const odd = outside(hr, hrLow, hrHigh);
  const bpm = (value: number | null | undefined, decimals = 0) => (value == null ? null : t('bpmValue', number(value, decimals)));
  const range = (place: number) => {
    const [low, high] = [shown(hrLow[place], 0), shown(hrHigh[place], 0)];
    return low === null || high === null ? null : t('trendsRange', low, high, t('bpm'));
  };
  return {
    name: 'resting-heart-rate',
    title: t('trendsHr'),
    unit: t('bpm'),
    heightPx: 220,
    days: trends.days,
    data: [places(trends), column(hrLow), column(hrHigh), column(hr), column(hrMean7)],
    options: (theme) => ({
      scales: { y: { range: airy(12, null) } },
      axes: [{ ...(axes(theme)[1] as uPlot.Axis), size: 40, incrs: STEPS_BPM }],
      ...againstUsual(theme, odd),
    }),
    items: [
      { label: t('trendsMorning'), path: DOT, stroke: DAILY, fill: DAILY, width: 0, at: (place) => bpm(hr[place]) },
      { label: t('trendsMean7'), path: LINE, stroke: '--accent', width: 2.25, at: (place) => bpm(hrMean7[place], 1) },
      { label: t('trendsUsual'), path: BLOCK, stroke: BAND, fill: BAND, width: 0, at: range },
    ],
    has: (place) => hr[place] != null,
    table: [
      { head: t('trendsHr'), at: (place) => dash(bpm(hr[place])) },
      { head: t('trendsMean7'), at: (place) => dash(bpm(hrMean7[place], 1)) },
      { head: t('trendsUsual'), at: (place) => dash(range(place)) },
    ],
  };
}

/** How much ln(RMSSD) varies within a week. */
export function cvChart(trends: Trends): TrendChart {
  const { cvPct } = trends.heart;
  const percent = (place: number) => (cvPct[place] == null ? null : t('percent', number(cvPct[place] ?? 0, 1)));
  return {
    name: 'cv',
    title: t('trendsCv'),
    unit: t('trendsCvUnit'),
    heightPx: 220,
    days: trends.days,
    data: [places(trends), column(cvPct)],
    options: (theme: ChartTheme) => ({
      scales: { y: { range: (_plot, _min, max) => [0, 1.15 * Math.max(6, max ?? 0)] } },
      axes: [{ ...(axes(theme)[1] as uPlot.Axis), size: 40 }],
      series: [{ ...line(theme, '--accent', 2), fill: theme.colour('color-mix(in oklch, var(--accent) 9%, transparent)') }],
    }),
    items: [{ label: t('trendsWeek'), path: LINE, stroke: '--accent', width: 2, at: percent }],
    notes: [t('trendsCvNote')],
    has: (place) => cvPct[place] != null,
    table: [{ head: t('trendsCv'), at: (place) => dash(percent(place)) }],
  };
}
