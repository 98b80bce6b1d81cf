import { isIll } from '../../../lib/catalogue';
import { t } from '../../../lib/i18n';
import type { Today } from '../../../lib/today/read-today';
import { Notice } from '../../Notice';

/** What information the plan lacks, and what it assumes instead. */
export function PlanNotices({ now }: { readonly now: Today }) {
  const { situation, plan } = now;
  const ill = isIll(situation.health);
  // Ask for one thing at a time.
  const asks = !ill && situation.screeningDue === null;
  const toSettings = (
    <div>
      <a class="button quiet small" href="#settings/plan">
        {t('planSay')}
      </a>
    </div>
  );
  return (
    <>
      {ill && <Notice kind="warn" what={t('planIll')} todo={t('planIllTodo')} />}
      {asks && situation.goal === null && (
        <Notice what={t('planNoGoal')} todo={t('planNoGoalTodo')}>
          {toSettings}
        </Notice>
      )}
      {asks && situation.equipment.length === 0 && (
        <Notice what={t('planNoEquipment')} todo={t('planNoEquipmentTodo')}>
          {situation.goal !== null && toSettings}
        </Notice>
      )}
      {situation.verdict === 'learning' && <Notice what={t('planLearning')} todo={t('planLearningTodo')} />}
      {plan.items.length === 0 && <p class="muted">{t('planEmpty')}</p>}
    </>
  );
}
