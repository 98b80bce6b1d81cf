import uPlot from 'uplot';
import { BANDS, type BandName } from '../../../lib/check/metrics';
import type { Spectrum, SpectrumCurve } from '../../../lib/hrv';
import { number, t } from '../../../lib/i18n';
import type { ChartTheme } from '../../chart-theme';
import { axes, type Chart, STILL } from '../../charts/chart';

/** The upper end of the axis: slightly above the highest band. */
const HIGHEST_HZ = 0.45;
const NAMES = ['vlf', 'lf', 'hf'] as const;
const WORDS = { vlf: 'bandVlf', lf: 'bandLf', hf: 'bandHf' } as const;
const POWERS = { vlf: 'vlfMs2', lf: 'lfMs2', hf: 'hfMs2' } as const;
/** How strongly each band is filled under the curve, in % of the accent colour: neighbours differ, and each is labelled. */
const SHADE = { vlf: 26, lf: 56, hf: 38 } as const;
const BEHIND = { vlf: 4, lf: 12, hf: 7 } as const;

/** Power density over frequency with the three bands shaded, except those that the recording is too short for. */
export function spectrumChart({ stepHz, powerMs2PerHz }: SpectrumCurve, powers: Spectrum): Chart {
  const bins = Math.min(powerMs2PerHz.length, Math.ceil(HIGHEST_HZ / stepHz) + 1);
  const hz = Array.from({ length: bins }, (_, k) => k * stepHz);
  const power = hz.map((_, k) => powerMs2PerHz[k] ?? 0);
  const within = (band: BandName) => {
    const [low, high] = BANDS[band];
    // One more bin, so that neighbouring areas meet.
    return power.map((value, k) => (k * stepHz >= low && (k - 1) * stepHz < high ? value : null));
  };
  const shaded = NAMES.filter((band) => powers[POWERS[band]] !== null);
  const top = 1.18 * Math.max(1e-9, ...power.slice(1));
  return {
    data: [hz, ...NAMES.map(within), power],
    heightPx: 380,
    options: (theme) => ({
      ...STILL,
      scales: { x: { time: false, range: () => [0, HIGHEST_HZ] }, y: { range: () => [0, top] } },
      axes: axes(
        theme,
        (value) => `${number(value, 1)} ${t('unitHz')}`,
        (value) => number(value),
        64,
      ).map((axis, i) => (i === 0 ? { ...axis, incrs: [0.1] } : axis)),
      series: [
        {},
        ...NAMES.map((band) => area(theme, shaded.includes(band) ? SHADE[band] : 0)),
        { stroke: theme.colour('--accent'), width: 1.5, points: { show: false } },
      ],
      hooks: { drawClear: [(plot) => shadeBands(plot, shaded, theme)], draw: [(plot) => nameBands(plot, theme)] },
    }),
  };
}

function area({ colour }: ChartTheme, shade: number): uPlot.Series {
  return { stroke: 'transparent', width: 0, fill: colour(tint(shade)), points: { show: false } };
}

function tint(percent: number): string {
  return `color-mix(in oklch, var(--accent) ${percent}%, transparent)`;
}

function shadeBands(plot: uPlot, shaded: readonly BandName[], { colour }: ChartTheme): void {
  for (const band of shaded) {
    const [from, to] = BANDS[band].map((hz) => plot.valToPos(hz, 'x', true)) as [number, number];
    plot.ctx.fillStyle = colour(tint(BEHIND[band]));
    plot.ctx.fillRect(from, plot.bbox.top, to - from, plot.bbox.height);
  }
}

function nameBands(plot: uPlot, { colour }: ChartTheme): void {
  const { ctx, bbox } = plot;
  const dpr = uPlot.pxRatio;
  ctx.save();
  ctx.font = `600 ${12 * dpr}px system-ui`;
  ctx.textAlign = 'center';
  ctx.fillStyle = colour('--muted');
  ctx.strokeStyle = colour('--control');
  ctx.lineWidth = dpr;
  ctx.setLineDash([3 * dpr, 4 * dpr]);
  for (const band of NAMES) {
    const [low, high] = BANDS[band].map((hz) => plot.valToPos(hz, 'x', true)) as [number, number];
    ctx.fillText(t(WORDS[band]), (low + high) / 2, bbox.top + 14 * dpr);
    ctx.beginPath();
    ctx.moveTo(high, bbox.top);
    ctx.lineTo(high, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}
