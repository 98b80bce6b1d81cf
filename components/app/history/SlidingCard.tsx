import { useMemo } from 'preact/hooks';
import type { CheckDetail } from '../../../lib/check/detail';
import { number, t } from '../../../lib/i18n';
import { ChartCard, type PictureOf } from '../../charts/ChartCard';
import { SLIDING, slidingChart } from './sliding-chart';

const WORDS = {
  rmssd: { title: 'chartSlidingRmssd', unit: 'ms', file: 'rmssd-over-time' },
  hr: { title: 'chartSlidingHr', unit: 'bpm', file: 'heart-rate-over-time' },
} as const;

interface SlidingCardProps {
  readonly detail: CheckDetail;
  readonly picture: PictureOf;
  readonly of: keyof typeof SLIDING;
}

/** RMSSD or heart rate along the recording. */
export function SlidingCard({ detail, picture, of }: SlidingCardProps) {
  const { sliding } = detail;
  const words = WORDS[of];
  const unit = t(words.unit);
  const title = t(words.title);
  const { key } = SLIDING[of];
  const values = sliding.flatMap((value) => value[key] ?? []);
  // A line needs two values.
  const chart = useMemo(() => (values.length < 2 ? null : slidingChart(sliding, of)), [sliding, of]);
  return (
    <ChartCard
      name={words.file}
      title={title}
      unit={unit}
      chart={chart}
      missing={t('needsWindow')}
      label={t('chartSlidingLabel', title, number(Math.min(...values)), number(Math.max(...values)), unit)}
      notes={[t('chartSlidingNote')]}
      heads={[t('colTime'), title]}
      rows={() =>
        sliding.map((value) => {
          const figure = value[key];
          return [`${number(value.atS)} ${t('unitSeconds')}`, figure === null ? '–' : `${number(figure, 1)} ${unit}`];
        })
      }
      picture={picture}
    />
  );
}
