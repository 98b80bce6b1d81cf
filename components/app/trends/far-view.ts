import uPlot from 'uplot';
import type { SeriesValues } from '../../../lib/trends/series';

/**
 * With more days than pixels, everything in one column of pixels is drawn as one shape. Ten years on a screen are three or four days a
 * column, and filling ten thousand shapes would take the browser longer than the rest of the chart.
 */

/** The stretch of indices that a chart shows, both ends included. */
export function inView(plot: uPlot): readonly [number, number] {
  return plot.series[0]?.idxs ?? [0, (plot.data[0]?.length ?? 1) - 1];
}

/** Width of a day, in px of the canvas. */
export function measureRoom(plot: uPlot): number {
  const [from, to] = inView(plot);
  return plot.bbox.width / Math.max(1, to - from + 1);
}

/** The mean of the values in one column of pixels, at the middle of their days; null where there are none. */
export interface Column {
  readonly x: number;
  readonly value: number | null;
}

/**
 * The values of the indices `from` to `to` for each column of pixels, in order. Where a day is at least one pixel wide, one per day.
 * @param toX px of the canvas for an index; increasing
 */
export function toColumns(values: SeriesValues, from: number, to: number, toX: (place: number) => number): Column[] {
  const columns: Column[] = [];
  for (let place = from; place <= to; ) {
    const column = Math.floor(toX(place));
    let [sum, count, end] = [0, 0, place];
    for (; end <= to && Math.floor(toX(end)) === column; end++) {
      const value = values[end] ?? null;
      if (value === null) continue;
      sum += value;
      count++;
    }
    columns.push({ x: (toX(place) + toX(end - 1)) / 2, value: count === 0 ? null : sum / count });
    place = end;
  }
  return columns;
}

/** The lines of the stretches without a gap, each as its points on the canvas. */
export function toStrokes(plot: uPlot, series: number): { readonly x: number; readonly y: number }[][] {
  const [from, to] = inView(plot);
  const scale = plot.series[series]?.scale ?? 'y';
  // One more day at either end, so that lines continue over the edge.
  const columns = toColumns(plot.data[series] as SeriesValues, Math.max(0, from - 1), to + 1, (place) => plot.valToPos(place, 'x', true));
  const strokes: { x: number; y: number }[][] = [];
  let open: { x: number; y: number }[] | null = null;
  for (const { x, value } of columns) {
    if (value === null) {
      open = null;
      continue;
    }
    if (open === null) {
      open = [];
      strokes.push(open);
    }
    open.push({ x, y: plot.valToPos(value, scale, true) });
  }
  return strokes;
}

const everyDay = uPlot.paths.linear?.();

/** A line as uPlot draws it where there is room; else through one point per column. */
export const dailyLine: uPlot.Series.PathBuilder = (plot, series, from, to) => {
  if (measureRoom(plot) >= 1) return everyDay?.(plot, series, from, to) ?? null;
  const stroke = new Path2D();
  const fill = new Path2D();
  const zero = plot.valToPos(0, plot.series[series]?.scale ?? 'y', true);
  for (const points of toStrokes(plot, series)) {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) continue;
    stroke.moveTo(first.x, first.y);
    fill.moveTo(first.x, zero);
    for (const { x, y } of points) {
      stroke.lineTo(x, y);
      fill.lineTo(x, y);
    }
    fill.lineTo(last.x, zero);
  }
  return { stroke, fill };
};

/** A pixel-wide strip of marks in one colour: touching marks of the same height become one strip. */
export class Strips {
  readonly #byHeight = new Map<number, { from: number; to: number }[]>();

  /** `x` and `y` of the upper left corner, whole px; `x` never less than the previous one at this height. */
  add(x: number, y: number, size: number): void {
    const strips = this.#byHeight.get(y);
    const last = strips?.at(-1);
    if (strips === undefined || last === undefined) this.#byHeight.set(y, [{ from: x, to: x + size }]);
    else if (x <= last.to) last.to = Math.max(last.to, x + size);
    else strips.push({ from: x, to: x + size });
  }

  draw(ctx: CanvasRenderingContext2D, colour: string, size: number): void {
    ctx.fillStyle = colour;
    for (const [y, strips] of this.#byHeight) for (const { from, to } of strips) ctx.fillRect(from, y, to - from, size);
  }
}
