import type { SlidingValue } from '../../../lib/hrv';
import { axes, type Chart, calmRange, inSeconds, STILL } from '../../charts/chart';

/** The sliding value to show, and the least height of its scale. */
export const SLIDING = {
  rmssd: { key: 'rmssdMs', least: 20, step: 5 },
  hr: { key: 'hrBpm', least: 10, step: 5 },
} as const;

/** RMSSD or heart rate over a one-minute window that slides along the recording. */
export function slidingChart(values: readonly SlidingValue[], of: keyof typeof SLIDING): Chart {
  const { key, least, step } = SLIDING[of];
  const shown = values.map((value) => value[key]);
  return {
    data: [values.map(({ atS }) => atS), shown],
    heightPx: 200,
    options: (theme) => ({
      ...STILL,
      scales: { x: { time: false }, y: { range: () => calmRange(shown, least, step) } },
      axes: axes(theme, inSeconds),
      series: [
        {},
        {
          stroke: theme.colour('--accent'),
          width: 2,
          points: { show: true, size: 5, fill: theme.colour('--accent'), stroke: theme.colour('--accent'), width: 0 },
          spanGaps: false,
        },
      ],
    }),
  };
}
