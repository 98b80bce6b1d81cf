import type { QualityRating } from '../../../lib/hrv';
import { t } from '../../../lib/i18n';

const BARS = { good: 3, fair: 2, poor: 1, unusable: 0 } as const;

/** Signal quality as a number of bars, crossed out when unusable, and as text. */
export function QualityMark({ rating }: { rating: QualityRating }) {
  return (
    <span class="quality" data-rating={rating}>
      <svg viewBox="0 0 18 16" width="18" height="16" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={1 + bar * 6}
            y={10 - bar * 4}
            width="4"
            height={5 + bar * 4}
            rx="1"
            fill={bar < BARS[rating] ? 'currentColor' : 'none'}
            stroke="currentColor"
            stroke-width="1"
          />
        ))}
        {rating === 'unusable' && <path d="M1 1L17 15" stroke="currentColor" stroke-width="2" stroke-linecap="round" />}
      </svg>
      {t(`quality_${rating}`)}
    </span>
  );
}
