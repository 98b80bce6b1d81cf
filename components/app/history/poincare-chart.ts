import uPlot from 'uplot';
import type { Pairs, Poincare } from '../../../lib/check/detail';
import { t } from '../../../lib/i18n';
import type { ChartTheme } from '../../chart-theme';
import { axes, type Chart, calmRange, clamped, type LegendItem, place, STILL } from '../../charts/chart';
import { drawShape } from '../../charts/shape';

const DOT = 'M6 3A3 3 0 1 0 6 9A3 3 0 1 0 6 3Z';
const CROSS = 'M2 2L10 10M10 2L2 10';
const STEPS_MS = [10, 20, 50, 100, 200, 500, 1000];
const TURN = 2 * Math.PI;

/** Each interval against the next, with the ellipse of SD1 and SD2. */
export function poincareChart(poincare: Poincare): Chart {
  const { kept, corrected } = poincare;
  const order = kept.x.map((_, i) => i).sort((a, b) => (kept.x[a] ?? 0) - (kept.x[b] ?? 0));
  const pick = (values: readonly number[]) => order.map((i) => values[i] ?? null);
  const range = calmRange([...kept.x, ...kept.y], 200, 20);
  return {
    data: [pick(kept.x) as number[], pick(kept.y)],
    heightPx: 380,
    square: true,
    beyond: [...corrected.x, ...corrected.y].some((rr) => rr < range[0] || rr > range[1]),
    options: (theme) => ({
      ...STILL,
      padding: [12, 24, 0, 0],
      scales: { x: { time: false, range: () => range }, y: { range: () => range } },
      // The same steps on both axes.
      axes: axes(theme).map((axis) => ({ ...axis, space: 50, incrs: STEPS_MS })),
      series: [{}, dots(theme)],
      hooks: {
        drawAxes: [(plot) => drawDiagonal(plot, range, theme)],
        draw: [
          (plot) => {
            drawCrosses(plot, corrected, theme);
            drawEllipse(plot, poincare, theme);
          },
        ],
      },
    }),
  };
}

function dots({ colour }: ChartTheme): uPlot.Series {
  const fill = colour('color-mix(in oklch, var(--accent) 65%, transparent)');
  return { paths: () => null, points: { show: true, size: 5, fill, stroke: 'transparent', width: 0 } };
}

function drawDiagonal(plot: uPlot, [low, high]: readonly [number, number], { colour }: ChartTheme): void {
  stroke(plot, colour('--line'), 1, [
    [low, low],
    [high, high],
  ]);
}

function drawCrosses(plot: uPlot, { x, y }: Pairs, { colour }: ChartTheme): void {
  const paint = { stroke: colour('--easy'), width: 2 };
  const scale = uPlot.pxRatio * 0.7;
  x.forEach((value, i) => {
    drawShape(plot.ctx, CROSS, clamped(plot, place(plot, value, y[i] ?? 0), 5 * scale), scale, paint);
  });
}

/** SD2 along the diagonal, SD1 across it, both labelled. */
function drawEllipse(plot: uPlot, { centreMs, sd1Ms, sd2Ms }: Poincare, { colour }: ChartTheme): void {
  const at = (along: number, across: number): [number, number] => [
    centreMs.x + (along - across) / Math.SQRT2,
    centreMs.y + (along + across) / Math.SQRT2,
  ];
  const text = colour('--text');
  const around = Array.from({ length: 73 }, (_, i) => at(sd2Ms * Math.cos((i * TURN) / 72), sd1Ms * Math.sin((i * TURN) / 72)));
  stroke(plot, text, 1.5, around);
  stroke(plot, text, 1.5, [at(0, 0), at(sd2Ms, 0)]);
  stroke(plot, text, 1.5, [at(0, 0), at(0, sd1Ms)]);
  label(plot, t('metric_sd2'), at(sd2Ms, 0), 'left', colour);
  label(plot, t('metric_sd1'), at(0, sd1Ms), 'right', colour);
}

function label(plot: uPlot, words: string, [x, y]: readonly [number, number], side: 'left' | 'right', colour: ChartTheme['colour']): void {
  const { ctx } = plot;
  const at = place(plot, x, y);
  const away = (side === 'left' ? 6 : -6) * uPlot.pxRatio;
  ctx.save();
  ctx.font = `600 ${12 * uPlot.pxRatio}px system-ui`;
  ctx.textAlign = side;
  ctx.textBaseline = 'bottom';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4 * uPlot.pxRatio;
  ctx.strokeStyle = colour('--surface');
  ctx.strokeText(words, at.x + away, at.y - 2 * uPlot.pxRatio);
  ctx.fillStyle = colour('--text');
  ctx.fillText(words, at.x + away, at.y - 2 * uPlot.pxRatio);
  ctx.restore();
}

function stroke(plot: uPlot, colour: string, width: number, points: readonly (readonly [number, number])[]): void {
  const { ctx } = plot;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = width * uPlot.pxRatio;
  ctx.beginPath();
  points.forEach(([x, y], i) => {
    const at = place(plot, x, y);
    if (i === 0) ctx.moveTo(at.x, at.y);
    else ctx.lineTo(at.x, at.y);
  });
  ctx.stroke();
  ctx.restore();
}

export function poincareLegend({ corrected }: Poincare): LegendItem[] {
  if (corrected.x.length === 0) return [];
  return [
    { label: t('pairKept'), path: DOT, stroke: '--accent', fill: '--accent', width: 0 },
    { label: t('pairCorrected'), path: CROSS, stroke: '--easy', width: 2 },
  ];
}
