import { useMemo } from 'preact/hooks';
import uPlot from 'uplot';
import { seriesBetween } from '../../../lib/breathing/beats';
import { type Breath, fullness, phaseAt } from '../../../lib/breathing/breath';
import type { BreathingSessions } from '../../../lib/breathing/breathing-sessions';
import type { StrapLink } from '../../../lib/check/strap-link';
import { MINUTE_MS } from '../../../lib/core/time';
import { breathSwing } from '../../../lib/hrv';
import { number, t } from '../../../lib/i18n';
import { axisStyle, type ChartTheme } from '../../chart-theme';
import { calmRange, LINE, STILL } from '../../charts/chart';
import { Legend } from '../../charts/Legend';
import { Plot } from '../../Plot';
import { IntervalTable } from '../IntervalTable';

const SHOWN_S = 60;
/** Points each second for the line of the breath. */
const FINE = 4;
const BREATH = 'color-mix(in oklch, var(--accent) 14%, transparent)';

/** The last minute: heart rate beat by beat over the paced breath, and how far it swings. */
export function HeartCurve({ breathing, strap }: { readonly breathing: BreathingSessions; readonly strap: StrapLink }) {
  const beats = breathing.heart.beats.value;
  const breath = breathing.breath.value;
  const nowMs = beats.at(-1)?.atMs ?? 0;
  const shown = useMemo(() => beats.filter(({ atMs }) => atMs >= nowMs - SHOWN_S * 1000), [beats]);
  const data = useMemo(() => curve(shown, breath, nowMs), [shown, breath]);
  const swing = useMemo(
    () =>
      breath === null ? null : breathSwing(seriesBetween(shown, Math.max(breath.fromMs, nowMs - SHOWN_S * 1000), nowMs), breath.perMin),
    [shown, breath],
  );
  const hrBpm = strap.last.value?.hrBpm ?? 0;
  return (
    <div class="stack tight">
      <div class="row" style={{ gap: 'var(--s6)' }}>
        <div>
          <small>{t('heartRate')}</small>
          <div class="num" data-live-hr>
            {hrBpm > 0 ? number(hrBpm) : '–'}
            <span class="unit">{t('bpm')}</span>
          </div>
        </div>
        <div>
          <small>{t('heartSwing')}</small>
          <div class="num" data-live-swing={swing?.swingBpm}>
            {swing === null ? '–' : number(swing.swingBpm, 1)}
            <span class="unit">{t('bpm')}</span>
          </div>
        </div>
      </div>
      <h3>
        {t('heartCurve')} <span class="unit">{t('bpm')}</span>
      </h3>
      <Plot label={t('heartCurveLabel')} options={options} data={data} heightPx={200} />
      <Legend
        items={[
          { label: t('heartCurveHr'), path: LINE, stroke: '--accent', width: 2 },
          { label: t('heartCurveBreath'), path: 'M0 12L5 2L12 12Z', stroke: BREATH, fill: BREATH },
        ]}
      />
      <IntervalTable rrMs={shown.map(({ rrMs }) => rrMs)} />
    </div>
  );
}

/** Heart rate at each beat, and the breath every quarter of a second, over seconds before now. */
function curve(
  beats: readonly { atMs: number; rrMs: number; gapMs: number | null }[],
  breath: Breath | null,
  nowMs: number,
): uPlot.AlignedData {
  const x: number[] = [];
  const hr: (number | null)[] = [];
  for (const { atMs, rrMs, gapMs } of beats) {
    const at = (atMs - nowMs) / 1000;
    if (gapMs !== null) {
      x.push(at - rrMs / 1000);
      hr.push(null);
    }
    x.push(at);
    hr.push(MINUTE_MS / rrMs);
  }
  const grid = Array.from({ length: SHOWN_S * FINE + 1 }, (_, i) => i / FINE - SHOWN_S);
  const lungs = grid.map((at) => {
    const atMs = nowMs + 1000 * at;
    return breath === null || atMs < breath.fromMs ? null : fullness(phaseAt(breath, atMs));
  });
  return uPlot.join([
    [x, hr],
    [grid, lungs],
  ]);
}

function options(theme: ChartTheme) {
  const axis = axisStyle(theme);
  return {
    ...STILL,
    scales: {
      x: { time: false, range: (): [number, number] => [-SHOWN_S, 0] },
      y: {
        range: (plot: uPlot) =>
          calmRange(
            [...(plot.data[1] ?? [])].map((value) => value ?? null),
            16,
            2,
          ),
      },
      lungs: { range: (): [number, number] => [0, 1.05] },
    },
    axes: [
      { ...axis, size: 32, values: (_plot: uPlot, ticks: number[]) => ticks.map((tick) => `${number(tick)} ${t('secondsAxis')}`) },
      { ...axis, size: 44, values: (_plot: uPlot, ticks: number[]) => ticks.map((tick) => number(tick)) },
    ],
    series: [
      {},
      { stroke: theme.colour('--accent'), width: 2, points: { show: false }, spanGaps: false },
      { scale: 'lungs', stroke: 'transparent', width: 0, fill: theme.colour(BREATH), points: { show: false }, spanGaps: false },
    ],
  };
}
