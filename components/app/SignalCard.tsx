import { t } from '../../lib/i18n';
import { qualityReason } from '../../lib/i18n/words/verdict-words';
import type { Check } from '../../lib/storage';

/** Signal quality, and the reasons for it. */
export function SignalCard({ check }: { check: Check }) {
  const { quality } = check.summary;
  return (
    <section class="card stack tight" data-quality={quality.rating}>
      <div class="between">
        <h2>{t('signalTitle')}</h2>
        <span class="chip">{t(`quality_${quality.rating}`)}</span>
      </div>
      {!check.complete && <p class="muted">{t('endedEarly')}</p>}
      {quality.reasons.length === 0 && <p class="muted">{t('signalNothing')}</p>}
      <ul class="stack tight">
        {quality.reasons.map((reason) => (
          <li key={reason.code}>{qualityReason(reason)}</li>
        ))}
      </ul>
    </section>
  );
}
