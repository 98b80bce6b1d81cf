import { Check } from 'lucide-preact';
import { isTimed } from '../../lib/catalogue';
import { clock } from '../../lib/core/clock';
import { t } from '../../lib/i18n';
import { modalityText } from '../../lib/i18n/words/modality-words';
import type { ReboundDatabase, World } from '../../lib/storage';
import { markDone } from '../../lib/today/plan/act';
import type { NextStep } from '../../lib/today/snapshot';
import { OpenItem } from '../plan/OpenPlan';

interface NextButtonsProps {
  readonly db: ReboundDatabase;
  readonly world: World;
  readonly next: NextStep;
}

/** The actions on the next step: start it in the app, or tick it off. */
export function NextButtons({ db, world, next }: NextButtonsProps) {
  return (
    <>
      {isTimed(next.modality) && <OpenItem item={next} then={() => window.close()} />}
      <button
        type="button"
        class="icon"
        title={t('planDone')}
        aria-label={t('planDoneName', modalityText(next.modality))}
        onClick={() => {
          markDone(db, world, next, clock.now()).catch((error: unknown) => console.error('plan', error));
        }}
      >
        <Check size={18} aria-hidden="true" />
      </button>
    </>
  );
}
