import uPlot from 'uplot';
import type { Day } from '../../../lib/core/day';
import { clamp } from '../../../lib/core/numbers';
import type { SeriesValues } from '../../../lib/trends/series';
import { axisStyle, type ChartTheme } from '../../chart-theme';
import { type LegendItem, place, STILL } from '../../charts/chart';
import type { PlotOptions } from '../../Plot';
import type { View } from './chart-group';
import { dayAxis } from './day-axis';
import { dailyLine, inView, measureRoom, Strips, toStrokes } from './far-view';

/** One chart of the Trends screen; TrendCard renders it. */

/** A legend entry with its value on a day. */
export interface TrendItem extends LegendItem {
  readonly at?: (place: number) => string | null;
}

export interface TrendChart {
  /** Used in file names, and by tests. */
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly heightPx: number;
  readonly days: readonly Day[];
  readonly data: uPlot.AlignedData;
  /** All but x. */
  readonly options: (theme: ChartTheme) => TrendOptions;
  readonly items: readonly TrendItem[];
  /** Additional text for a day. */
  readonly also?: (place: number) => string | null;
  readonly notes?: readonly string[];
  /** Days with something to show. */
  readonly has: (place: number) => boolean;
  /** Columns of the table; by default one row per entry of `items`. */
  readonly table: readonly { readonly head: string; readonly at: (place: number) => string }[];
}

interface TrendOptions {
  readonly scales: Readonly<Record<string, uPlot.Scale>>;
  readonly axes: readonly uPlot.Axis[];
  readonly series: readonly uPlot.Series[];
  readonly bands?: uPlot.Band[];
  readonly hooks?: uPlot.Hooks.Arrays;
}

/** All of uPlot's options for a view; without a cursor. */
export function stillOptions(chart: TrendChart, view: () => View): PlotOptions {
  return (theme) => {
    const { scales, axes, series, bands, hooks } = chart.options(theme);
    return {
      ...STILL,
      padding: [10, axes.length > 1 ? 0 : 10, 0, 0],
      scales: { x: { time: false, range: () => edges(view()) }, ...scales },
      axes: [{ ...axisStyle(theme), grid: { show: false }, size: 28, ...dayAxis(chart.days) }, ...axes],
      series: [{}, ...series],
      ...(bands === undefined ? {} : { bands }),
      ...(hooks === undefined ? {} : { hooks }),
    };
  };
}

export function edges({ from, to }: View): [number, number] {
  return [from - 0.5, to + 0.5];
}

/** Scale of the chart: the values in view with some margin, at least `least` high; never below `floor`. */
export function airy(least: number, floor: number | null, below = 0.1): uPlot.Range.Function {
  return (_plot, min, max) => {
    if (min === null || max === null) return [floor ?? 0, (floor ?? 0) + least];
    const spare = Math.max(0, least - (max - min)) / 2;
    const [low, high] = [min - spare, max + spare];
    const span = high - low;
    return [floor === null ? low - below * span : Math.max(floor, low - below * span), high + 0.08 * span];
  };
}

/** From 0 up to the highest value, at least `least`. */
export function fromZero(least: number): uPlot.Range.Function {
  return (_plot, _min, max) => [0, 1.1 * Math.max(least, max ?? 0)];
}

export function line(theme: ChartTheme, colour: string, width = 2, dash?: readonly [number, number]): uPlot.Series {
  return {
    stroke: theme.colour(colour),
    width,
    paths: dailyLine,
    points: { show: false },
    spanGaps: false,
    ...(dash === undefined ? {} : { dash: dash.map((part) => part * width) }),
  };
}

/** Part of the scale, but drawn only by a hook or a band. */
export const HIDDEN: uPlot.Series = { stroke: 'transparent', paths: () => null, points: { show: false } };

/** An edge of a band: a path to fill to, without a line. */
export const CHART_EDGE: uPlot.Series = { stroke: 'transparent', width: 0, points: { show: false }, spanGaps: false };

/** Draws some HIDDEN series at uPlot's usual place in the order: over the series before them and under those after. */
export function byHand(draw: (plot: uPlot, series: number) => void, ...which: readonly number[]): uPlot.Hooks.Arrays {
  return {
    drawSeries: [
      (plot, series) => {
        if (which.includes(series)) draw(plot, series);
      },
    ],
  };
}

/** Fills between two HIDDEN series, from the lower to the upper one, where both have values. */
export function drawBand(plot: uPlot, lower: number, upper: number, colour: string): void {
  const { ctx } = plot;
  const [below, above] = [toStrokes(plot, lower), toStrokes(plot, upper)];
  ctx.save();
  clip(plot, 0);
  ctx.fillStyle = colour;
  above.forEach((top, i) => {
    ctx.beginPath();
    for (const { x, y } of top) ctx.lineTo(x, y);
    for (const { x, y } of [...(below[i] ?? [])].reverse()) ctx.lineTo(x, y);
    ctx.fill();
  });
  ctx.restore();
}

/**
 * Draws one bar a day from 0 for a HIDDEN series, each as a rectangle: a single path of thousands takes far longer to fill. Where days
 * share a pixel, draws the highest and the lowest.
 */
export function drawBars(plot: uPlot, series: number, colour: string): void {
  const { ctx } = plot;
  const y = plot.data[series] as SeriesValues | undefined;
  const scale = plot.series[series]?.scale ?? 'y';
  if (y === undefined) return;
  const [from, to] = inView(plot);
  const room = measureRoom(plot);
  const width = Math.max(1, Math.min(22 * uPlot.pxRatio, 0.72 * room));
  const left = (place: number) => (room < 1 ? Math.floor(plot.valToPos(place, 'x', true)) : plot.valToPos(place, 'x', true) - width / 2);
  const zero = plot.valToPos(0, scale, true);
  ctx.save();
  clip(plot, 0);
  ctx.fillStyle = colour;
  for (let place = from; place <= to; ) {
    const x = left(place);
    let [low, high] = [0, 0];
    do {
      const value = y[place] ?? 0;
      low = Math.min(low, value);
      high = Math.max(high, value);
      place++;
    } while (place <= to && left(place) === x);
    if (low === 0 && high === 0) continue;
    const top = plot.valToPos(high, scale, true);
    ctx.fillRect(x, top, width, (low === 0 ? zero : plot.valToPos(low, scale, true)) - top);
  }
  ctx.restore();
}

/** Keeps hand-drawn shapes inside the chart, except those that may reach over the first and last day. */
function clip({ ctx, bbox }: uPlot, over: number): void {
  ctx.beginPath();
  ctx.rect(bbox.left - over, bbox.top, bbox.width + 2 * over, bbox.height);
  ctx.clip();
}

/** Width of a day in px below which shapes blur into each other. */
const ROOM_FOR_SHAPES = 2;

/** Draws one dot a day: filled, or as an open diamond where `odd`. */
export function drawDots(
  plot: uPlot,
  series: number,
  odd: (place: number) => boolean,
  theme: ChartTheme,
  colours: readonly [string, string],
): void {
  const { ctx } = plot;
  const y = plot.data[series] as SeriesValues | undefined;
  if (y === undefined) return;
  const room = measureRoom(plot) / uPlot.pxRatio;
  const [plain, unusual] = [theme.colour(colours[0]), theme.colour(colours[1])];
  const radius = uPlot.pxRatio * clamp(room / 2.2, 1.25, 3);
  ctx.save();
  clip(plot, 2 * radius);
  if (room < ROOM_FOR_SHAPES) drawBlots(plot, y, odd, [plain, unusual]);
  else drawShapes(plot, y, odd, radius, { plain, unusual, surface: theme.colour('--surface') });
  ctx.restore();
}

/** Adjacent days merge into one shape; an unusual day is never hidden by a normal one. */
function drawBlots(plot: uPlot, y: SeriesValues, odd: (place: number) => boolean, colours: readonly [string, string]): void {
  const [from, to] = inView(plot);
  const size = Math.round(1.5 * uPlot.pxRatio);
  const strips = [new Strips(), new Strips()] as const;
  for (let i = from; i <= to; i++) {
    const value = y[i];
    if (value == null) continue;
    const at = place(plot, i, value);
    strips[odd(i) ? 1 : 0].add(Math.round(at.x - size / 2), Math.round(at.y - size / 2), size);
  }
  for (const [i, one] of strips.entries()) one.draw(plot.ctx, colours[i] ?? '', size);
}

/** Each shape by itself: one path of hundreds takes far longer to fill. */
function drawShapes(
  plot: uPlot,
  y: SeriesValues,
  odd: (place: number) => boolean,
  radius: number,
  { plain, unusual, surface }: { readonly plain: string; readonly unusual: string; readonly surface: string },
): void {
  const { ctx } = plot;
  const [from, to] = inView(plot);
  ctx.lineWidth = uPlot.pxRatio * 1.75;
  ctx.strokeStyle = unusual;
  for (let i = from; i <= to; i++) {
    const value = y[i];
    if (value == null) continue;
    const at = place(plot, i, value);
    ctx.beginPath();
    if (odd(i)) {
      const half = 1.5 * radius + uPlot.pxRatio * 0.5;
      ctx.moveTo(at.x, at.y - half);
      ctx.lineTo(at.x + half, at.y);
      ctx.lineTo(at.x, at.y + half);
      ctx.lineTo(at.x - half, at.y);
      ctx.closePath();
      ctx.fillStyle = surface;
      ctx.fill();
      ctx.stroke();
    } else {
      ctx.fillStyle = plain;
      ctx.arc(at.x, at.y, radius, 0, 2 * Math.PI);
      ctx.fill();
    }
  }
}

export const DOT = 'M6 3.2A2.8 2.8 0 1 0 6 8.8A2.8 2.8 0 1 0 6 3.2Z';
export const DIAMOND = 'M6 1.5L10.5 6L6 10.5L1.5 6Z';
export const BLOCK = 'M0 2H12V10H0Z';
export const BAR = 'M3 1H9V11H3Z';
