import { number, plural, t } from '../../../lib/i18n';
import { SPORT_WORDS } from '../../../lib/i18n/words/sport-words';
import type { JudgedDay } from '../../../lib/readiness';

/** What is left of a usual day's load, in the user's terms. Shows nothing where it must not be shown. */
export function BudgetLine({ judged }: { judged: JudgedDay }) {
  const { budget, load } = judged;
  if (budget === null) return null;
  const done = Math.round(load.todayScore);
  return (
    <p data-budget>
      <strong>{t('budgetTitle')}</strong>{' '}
      {budget.easyMinutes > 0
        ? t('budgetLeft', plural('minutes', budget.easyMinutes), t(SPORT_WORDS[budget.sport]).toLowerCase())
        : t('budgetDone')}
      {done > 0 && <small> {t('budgetSoFar', number(done))}</small>}
    </p>
  );
}
