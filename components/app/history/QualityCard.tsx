import type { Counting } from '../../../lib/check/history';
import type { Quality } from '../../../lib/hrv';
import { t } from '../../../lib/i18n';
import { qualityReason } from '../../../lib/words';
import { QualityMark } from './QualityMark';
import { countingLong } from './words';

interface QualityCardProps {
  readonly quality: Quality;
  readonly complete: boolean;
  readonly counting: Counting;
}

/** How good the signal was and why, in words, and whether the check counts. */
export function QualityCard({ quality, complete, counting }: QualityCardProps) {
  return (
    <section class="card stack tight" data-quality={quality.rating}>
      <div class="between">
        <h2>{t('signalTitle')}</h2>
        <QualityMark rating={quality.rating} />
      </div>
      <p data-counting={counting.counts}>{countingLong(counting)}</p>
      {!complete && <p class="muted">{t('endedEarly')}</p>}
      {quality.reasons.length === 0 && <p class="muted">{t('signalNothing')}</p>}
      <ul class="stack tight">
        {quality.reasons.map((reason) => (
          <li key={reason.code}>{qualityReason(reason)}</li>
        ))}
      </ul>
    </section>
  );
}
