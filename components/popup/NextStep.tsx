import { Check } from 'lucide-preact';
import { isTimed } from '../../lib/catalogue';
import { clock } from '../../lib/core/clock';
import { t } from '../../lib/i18n';
import { doseText } from '../../lib/i18n/words/dose-words';
import { modalityText } from '../../lib/i18n/words/plan-words';
import { countDownText } from '../../lib/i18n/words/time-words';
import type { ReboundDatabase } from '../../lib/storage';
import { markDone } from '../../lib/today/plan/act';
import { nextItems } from '../../lib/today/plan/timeline';
import type { Today } from '../../lib/today/today';
import { OpenItem } from '../plan/OpenPlan';
import { usePlan } from '../plan/use-plan';

/** The next thing to do for recovery, with its count-down. One line high from the first: the popup is not to grow under the pointer. */
export function NextStep({ db, today }: { readonly db: ReboundDatabase; readonly today: Today }) {
  const { now, nowMs } = usePlan(db, today);
  // The rest of the popup says nothing of it and stands by itself.
  if (now instanceof Error) return null;
  const item = now === undefined ? undefined : nextItems(now)[0];
  if (now === undefined || item === undefined) {
    return <section class="card next">{now !== undefined && <small>{t('planNextNone')}</small>}</section>;
  }
  const name = modalityText(item.modality);
  const left = countDownText(item, nowMs);
  return (
    <section class="card next" data-next={item.id} aria-label={t('planNext')}>
      <span class="what">
        <strong>{name}</strong>
        <small>{[doseText(item), ...(left === null ? [] : [left])].filter((one) => one !== '').join(' · ')}</small>
      </span>
      {isTimed(item.modality) && <OpenItem item={item} then={() => window.close()} />}
      <button
        type="button"
        class="icon"
        title={t('planDone')}
        aria-label={t('planDoneName', name)}
        onClick={() => {
          markDone(db, now.world, item, clock.now()).catch((error: unknown) => console.error('plan', error));
        }}
      >
        <Check size={18} aria-hidden="true" />
      </button>
    </section>
  );
}
