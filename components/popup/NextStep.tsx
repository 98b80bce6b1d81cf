import { Check } from 'lucide-preact';
import { clock } from '../../lib/clock';
import { isTimed } from '../../lib/gadgets/guided/doses';
import { t } from '../../lib/i18n';
import { markDone } from '../../lib/plan/act';
import { doseText } from '../../lib/plan/dose-words';
import { countDownText } from '../../lib/plan/time-words';
import { nextItems } from '../../lib/plan/timeline';
import { modalityText } from '../../lib/plan-words';
import type { ReboundDatabase } from '../../lib/storage';
import type { Today } from '../../lib/today';
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
