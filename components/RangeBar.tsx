import { number, t } from '../lib/i18n';
import type { Band } from '../lib/readiness';

interface RangeBarProps {
  /** The value and its band on the scale of the verdict: ln for RMSSD, linear for heart rate. */
  readonly value: number;
  readonly band: Band;
  /** Converts from that scale to the displayed value. */
  readonly shown: (value: number) => number;
  readonly unit: string;
}

/** One value against its usual range. The scale always holds the whole band and the mark. */
export function RangeBar({ value, band, shown, unit }: RangeBarProps) {
  const half = Math.max((band.high - band.low) * 1.1, Math.abs(value - band.mean) * 1.15);
  const percent = (at: number) => 50 + (50 * (at - band.mean)) / half;
  const [mark, low, high] = [value, band.low, band.high].map((at) => number(shown(at)));
  return (
    <div>
      <div class="range" role="img" aria-label={t('rangeLabel', `${mark} ${unit}`, low ?? '', high ?? '')}>
        <div class="track" />
        <div class="band" style={{ left: `${percent(band.low)}%`, width: `${percent(band.high) - percent(band.low)}%` }} />
        <div class="mark" style={{ left: `${percent(value)}%` }} />
      </div>
      <small>{t('usualRange', low ?? '', high ?? '')}</small>
    </div>
  );
}
