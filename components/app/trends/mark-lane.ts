import uPlot from 'uplot';
import { t } from '../../../lib/i18n';
import type { Trends } from '../../../lib/views/trends';
import type { ChartTheme } from '../../chart-theme';
import { drawShape } from '../../charts/shape';
import type { TrendItem } from './trend-chart';

/** A lane along the bottom of a chart: days with training, with recovery, and days unwell, distinguished by position and shape. */

const TRAINED = 'M6 2L11 10.5H1Z';
const SESSION = 'M2 2H10V10H2Z';
const UNWELL = 'M4.5 1H7.5V4.5H11V7.5H7.5V11H4.5V7.5H1V4.5H4.5Z';

interface Lane {
  readonly path: string;
  readonly colour: string;
  readonly on: (trends: Trends, place: number) => boolean;
}

const LANES: readonly Lane[] = [
  { path: TRAINED, colour: '--muted', on: ({ marks }, place) => (marks.get(place)?.trained.length ?? 0) > 0 },
  { path: SESSION, colour: '--push', on: ({ marks }, place) => (marks.get(place)?.sessions.length ?? 0) > 0 },
  { path: UNWELL, colour: '--rest', on: ({ said }, place) => said.unwell[place] === true },
];
const WORDS = ['trendsTraining', 'trendsDevices', 'trendsUnwell'] as const;

/** Legend entries; those without any mark are left out. */
export const LANE_ITEMS = LANES.map(({ path, colour, on }, i) => ({
  any: (trends: Trends) => trends.days.some((_, place) => on(trends, place)),
  item: (): TrendItem => ({
    label: t(WORDS[i] ?? 'trendsTraining'),
    path,
    stroke: colour,
    fill: colour,
    width: 0,
  }),
}));

/** Distance in px between marks below which they become strokes. */
const CLOSE = 6;

export function drawLane(plot: uPlot, trends: Trends, theme: ChartTheme): void {
  const { ctx, bbox } = plot;
  const dpr = uPlot.pxRatio;
  const [from, to] = plot.series[0]?.idxs ?? [0, trends.days.length - 1];
  const room = bbox.width / Math.max(1, to - from + 1) / dpr;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  LANES.forEach(({ path, colour, on }, lane) => {
    const paint = theme.colour(colour);
    const y = bbox.top + bbox.height - (7 + 11 * (LANES.length - 1 - lane)) * dpr;
    ctx.fillStyle = paint;
    for (let place = from; place <= to; place++) {
      if (!on(trends, place)) continue;
      const x = plot.valToPos(place, 'x', true);
      if (room >= CLOSE) drawShape(ctx, path, { x, y }, dpr * 0.62, { stroke: paint, fill: paint, width: 0 });
      else ctx.fillRect(x - (dpr * Math.max(0.6, room * 0.7)) / 2, y - 3.5 * dpr, dpr * Math.max(0.6, room * 0.7), 7 * dpr);
    }
  });
  ctx.restore();
}
