import uPlot from 'uplot';
import type { BeatMark, CheckDetail, IntervalTrace } from '../../../lib/check/detail';
import { number, t } from '../../../lib/i18n';
import type { ChartTheme } from '../../chart-theme';
import { axes, type Chart, calmRange, clamped, inSeconds, type LegendItem, LINE, place, STILL } from '../../charts/chart';
import { drawShape } from '../../charts/shape';
import { MARK_KINDS, MARKS } from './marks';

/** Intervals as measured and corrected over time, with gaps left open and the flagged beats marked by kind. */
export function tachogramChart({ measured, corrected, marks }: CheckDetail): Chart {
  const range = calmRange((corrected ?? measured).rrMs, 200, 20);
  const data: uPlot.AlignedData =
    corrected === null ? [[...measured.atS], [...measured.rrMs]] : uPlot.join([table(measured), table(corrected)]);
  return {
    data,
    heightPx: 300,
    beyond: marks.some(({ rrMs }) => rrMs < range[0] || rrMs > range[1]),
    options: (theme) => ({
      ...STILL,
      scales: {
        x: { time: false, range: (_plot, _low, high) => [0, high] },
        y: { range: () => range },
      },
      axes: axes(theme, inSeconds),
      series: [{}, ...(corrected === null ? [line(theme, '--accent', 1.5)] : [line(theme, '--control', 1), line(theme, '--accent', 1.5)])],
      hooks: {
        drawAxes: [(plot) => shadeGaps(plot, measured, theme.colour('--sunken'))],
        draw: [(plot) => drawMarks(plot, marks, theme)],
      },
    }),
  };
}

function table({ atS, rrMs }: IntervalTrace): uPlot.AlignedData {
  return [[...atS], [...rrMs]];
}

function line({ colour }: ChartTheme, name: string, width: number): uPlot.Series {
  return { stroke: colour(name), width, points: { show: false }, spanGaps: false };
}

function shadeGaps(plot: uPlot, { atS, rrMs }: IntervalTrace, colour: string): void {
  plot.ctx.fillStyle = colour;
  rrMs.forEach((rr, i) => {
    if (rr !== null) return;
    const from = plot.valToPos(atS[i - 1] ?? 0, 'x', true);
    const to = plot.valToPos(atS[i + 1] ?? 0, 'x', true);
    plot.ctx.fillRect(from, plot.bbox.top, to - from, plot.bbox.height);
  });
}

function drawMarks(plot: uPlot, marks: readonly BeatMark[], theme: ChartTheme): void {
  const colour = theme.colour('--easy');
  const surface = theme.colour('--surface');
  const scale = uPlot.pxRatio * 0.8;
  for (const mark of marks) {
    const at = clamped(plot, place(plot, mark.atS, mark.rrMs), 6 * scale);
    drawShape(plot.ctx, MARKS[mark.kind], at, scale, { stroke: colour, fill: mark.corrected ? colour : surface, width: 1.6 });
  }
}

export function tachogramLegend({ corrected, marks }: CheckDetail): LegendItem[] {
  const kinds = MARK_KINDS.flatMap((kind): LegendItem[] => {
    const of = marks.filter((mark) => mark.kind === kind);
    if (of.length === 0) return [];
    const filled = of.some((mark) => mark.corrected) ? { fill: '--easy' } : {};
    return [{ label: t('markCount', t(`mark_${kind}`), number(of.length)), path: MARKS[kind], stroke: '--easy', ...filled }];
  });
  if (corrected === null) return kinds;
  return [
    { label: t('measuredLine'), path: LINE, stroke: '--control', width: 1 },
    { label: t('correctedLine'), path: LINE, stroke: '--accent', width: 2 },
    ...kinds,
  ];
}
