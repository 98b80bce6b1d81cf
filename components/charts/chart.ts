import type uPlot from 'uplot';
import { clamp } from '../../lib/core/numbers';
import { number, t } from '../../lib/i18n';
import { axisStyle, type ChartTheme } from '../chart-theme';
import type { PlotOptions } from '../Plot';

/** What all charts share. */

/** A chart that can be drawn on the screen and into an image. */
export interface Chart {
  readonly data: uPlot.AlignedData;
  readonly options: PlotOptions;
  readonly heightPx: number;
  readonly square?: boolean;
  /** Some marks lie outside the chart and are drawn at its edge. */
  readonly beyond?: boolean;
}

/**
 * A legend entry: its shape as an SVG path in a box of 12, and its colours by name (or CSS colours made from them); an outline where `fill`
 * is left out.
 */
export interface LegendItem {
  readonly label: string;
  readonly path: string;
  readonly stroke: string;
  readonly fill?: string;
  readonly width?: number;
  /** For a dashed line: dash and gap. */
  readonly dash?: readonly [number, number];
}

/** Legend of a line. */
export const LINE = 'M0 6H12';

type Format = (value: number) => string;
const plain: Format = (value) => number(value);

/** Two axes, with a format for the ticks of x. */
export function axes(theme: ChartTheme, x: Format = plain, y: Format = plain, sizeY = 52): uPlot.Axis[] {
  const style = axisStyle(theme);
  return [
    { ...style, size: 32, values: (_plot, ticks) => ticks.map(x) },
    { ...style, size: sizeY, values: (_plot, ticks) => ticks.map(y) },
  ];
}

export const inSeconds: Format = (value) => `${number(value)} ${t('secondsAxis')}`;

/** No legend and no cursor: the card has a legend and a table. */
export const STILL = { legend: { show: false }, cursor: { show: false } } as const;

/** From the lowest to the highest value with some margin, at least `least` high, so that a calm series looks calm; in whole steps. */
export function calmRange(values: readonly (number | null)[], least: number, step: number): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, least];
  const half = Math.max(least / 2, (high - low) * 0.58);
  const middle = (low + high) / 2;
  return [Math.max(0, Math.floor((middle - half) / step) * step), Math.ceil((middle + half) / step) * step];
}

/** A point on the canvas, in canvas pixels. */
export function place(plot: uPlot, x: number, y: number): { x: number; y: number } {
  return { x: plot.valToPos(x, 'x', true), y: plot.valToPos(y, 'y', true) };
}

/** Keeps a mark inside the chart: one that lies outside is drawn at the edge. */
export function clamped({ bbox }: uPlot, at: { x: number; y: number }, margin: number): { x: number; y: number } {
  const within = (value: number, from: number, length: number) => clamp(value, from + margin, from + length - margin);
  return { x: within(at.x, bbox.left, bbox.width), y: within(at.y, bbox.top, bbox.height) };
}
