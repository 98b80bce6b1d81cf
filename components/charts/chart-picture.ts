import uPlot from 'uplot';
import { t } from '../../lib/i18n';
import type { ChartTheme } from '../chart-theme';
import type { Chart, LegendItem } from './chart';
import { EDGE, pictureFrame, WIDTH, wrapped } from './picture-frame';
import { drawShape } from './shape';

/** A chart as an image: title, period, the chart, its legend and how it was made. */
export interface Picture {
  readonly title: string;
  readonly subtitle: string;
  readonly chart: Chart;
  readonly legend: readonly LegendItem[];
  readonly notes: readonly string[];
}

const SQUARE = 600;
const HEIGHT = 420;
const LINE_HEIGHT = 20;
const GAP = 6;

/** Draws it on the surface colour of the current theme at `near`. Null where the browser cannot create an image. */
export async function chartPicture(picture: Picture, near: HTMLElement): Promise<Blob | null> {
  const frame = pictureFrame(near);
  if (frame === null) return null;
  const { pen, theme } = frame;
  const drawn = await drawChart(picture.chart, theme);
  const dpr = uPlot.pxRatio;
  const legend = legendRows(pen, picture.legend);
  const notes = picture.notes.flatMap((note) => wrapped(pen, note));
  const chartTop = EDGE + 62;
  const chartHeight = drawn.height / dpr;
  frame.open(chartTop + chartHeight + 16 + (legend.length + notes.length + 1) * LINE_HEIGHT + GAP + EDGE, picture.title);
  pen.fillStyle = theme.colour('--muted');
  pen.fillText(picture.subtitle, EDGE, EDGE + 38);
  pen.drawImage(drawn, (WIDTH - drawn.width / dpr) / 2, chartTop, drawn.width / dpr, chartHeight);
  let y = chartTop + chartHeight + 16 + LINE_HEIGHT / 2;
  for (const row of legend) {
    for (const { item, x } of row) {
      const dash = item.dash === undefined ? {} : { dash: item.dash };
      const paint = { stroke: theme.colour(item.stroke), width: item.width ?? 1.5, ...dash };
      drawShape(pen, item.path, { x: x + 6, y }, 1, item.fill === undefined ? paint : { ...paint, fill: theme.colour(item.fill) });
      pen.fillStyle = theme.colour('--text');
      pen.fillText(item.label, x + 20, y);
    }
    y += LINE_HEIGHT;
  }
  y += GAP;
  pen.fillStyle = theme.colour('--muted');
  for (const note of [...notes, t('extName')]) {
    pen.fillText(note, EDGE, y);
    y += LINE_HEIGHT;
  }
  return frame.done();
}

/** Draws the chart again at the size of the image, whatever the size of the window. */
function drawChart(chart: Chart, theme: ChartTheme): Promise<HTMLCanvasElement> {
  return new Promise((resolve) => {
    const options = chart.options(theme);
    const size = chart.square ? { width: SQUARE, height: SQUARE } : { width: WIDTH - 2 * EDGE, height: HEIGHT };
    // uPlot draws in a microtask of its own; its last hook is called when everything is on the canvas.
    const done = (plot: uPlot) => {
      resolve(plot.ctx.canvas);
      queueMicrotask(() => plot.destroy());
    };
    const draw = [...[options.hooks?.draw ?? []].flat(), done];
    new uPlot({ ...options, ...size, hooks: { ...options.hooks, draw } }, chart.data, document.createElement('div'));
  });
}

/** The legend's entries in as many rows as needed. */
function legendRows(pen: CanvasRenderingContext2D, legend: readonly LegendItem[]): { item: LegendItem; x: number }[][] {
  const rows: { item: LegendItem; x: number }[][] = [];
  let x = WIDTH;
  for (const item of legend) {
    const width = 20 + pen.measureText(item.label).width + 20;
    if (x + width > WIDTH - EDGE) {
      rows.push([]);
      x = EDGE;
    }
    rows.at(-1)?.push({ item, x });
    x += width;
  }
  return rows;
}
