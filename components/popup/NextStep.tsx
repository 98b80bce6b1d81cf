import type { ComponentChildren } from 'preact';
import { clock } from '../../lib/core/clock';
import { t } from '../../lib/i18n';
import { doseText } from '../../lib/i18n/words/dose-words';
import { modalityText } from '../../lib/i18n/words/modality-words';
import { countDownText } from '../../lib/i18n/words/time-words';
import type { TodaySnapshot } from '../../lib/today/snapshot';

interface NextStepProps {
  /** Null while the next step is not known yet. */
  readonly snapshot: Pick<TodaySnapshot, 'next'> | null;
  /** Its buttons, once they are loaded. */
  readonly children: ComponentChildren;
}

/** The next thing to do for recovery, with its count-down. Its height never changes, so that nothing moves under the pointer. */
export function NextStepCard({ snapshot, children }: NextStepProps) {
  if (snapshot === null) return <section class="card next" aria-busy="true" />;
  const { next } = snapshot;
  if (next === null) {
    return (
      <section class="card next">
        <small>{t('planNextNone')}</small>
      </section>
    );
  }
  const left = countDownText(next, clock.now());
  return (
    <section class="card next" data-next={next.id} aria-label={t('planNext')}>
      <span class="what">
        <strong>{modalityText(next.modality)}</strong>
        <small>{[doseText(next), ...(left === null ? [] : [left])].filter((one) => one !== '').join(' · ')}</small>
      </span>
      {children}
    </section>
  );
}
