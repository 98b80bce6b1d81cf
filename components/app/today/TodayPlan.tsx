import { t } from '../../../lib/i18n';
import type { ReboundDatabase } from '../../../lib/storage';
import type { Today } from '../../../lib/today/read-today';
import { PlanCard } from '../../plan/PlanCard';
import { TimerLink } from '../plan/StartWays';

const MOST = 4;

/** The next item of today's plan; a button opens the rest. */
export function TodayPlan({ db, today }: { readonly db: ReboundDatabase; readonly today: Today }) {
  return (
    <PlanCard
      db={db}
      today={today}
      most={MOST}
      start={(item) => <TimerLink item={item} />}
      footer={
        <a class="button quiet small" href="#plan">
          {t('planCardAll')}
        </a>
      }
    />
  );
}
