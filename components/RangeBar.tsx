import { number, t } from '../lib/i18n';
import type { Band } from '../lib/readiness';
import { rangeMs } from '../lib/words';

/**
 * One RMSSD (ms) against the usual range. The scale is logarithmic, as the judgement is, and always shows the whole band and the mark.
 */
export function RangeBar({ rmssdMs, band }: { rmssdMs: number; band: Band }) {
  const value = Math.log(rmssdMs);
  const half = Math.max((band.high - band.low) * 1.1, Math.abs(value - band.mean) * 1.15);
  const percent = (ln: number) => 50 + (50 * (ln - band.mean)) / half;
  const [low, high] = rangeMs(band);
  return (
    <div>
      <div class="range" role="img" aria-label={t('rangeLabel', number(rmssdMs), number(low), number(high))}>
        <div class="track" />
        <div class="band" style={{ left: `${percent(band.low)}%`, width: `${percent(band.high) - percent(band.low)}%` }} />
        <div class="mark" style={{ left: `${percent(value)}%` }} />
      </div>
      <small>{t('usualRange', number(low), number(high))}</small>
    </div>
  );
}
