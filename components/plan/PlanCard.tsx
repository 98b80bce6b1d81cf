import type { ComponentChildren } from 'preact';
import { number, t } from '../../lib/i18n';
import { dayRoutineText } from '../../lib/i18n/words/plan-words';
import type { PlanItem } from '../../lib/planner';
import type { ReboundDatabase } from '../../lib/storage';
import type { Today } from '../../lib/today/read-today';
import { UndoBar } from '../app/UndoBar';
import { Notice } from '../Notice';
import { useMinute } from '../use-today';
import { LoggedRow } from './LoggedRow';
import { OpenQuestions } from './OpenPlan';
import { PlanRow } from './PlanRow';
import './plan.css';
import { planUndo } from './undo';
import { usePlanActions } from './use-plan-actions';

interface PlanCardProps {
  readonly db: ReboundDatabase;
  readonly today: Today;
  /** The most items to show; omitted: all of the day. */
  readonly most?: number;
  readonly start: (item: PlanItem) => ComponentChildren;
  /** A link to the full plan. */
  readonly footer: ComponentChildren;
}

/** What is left to do for recovery today, what was done, and a link to the full plan. */
export function PlanCard({ db, today, most = Number.POSITIVE_INFINITY, start, footer }: PlanCardProps) {
  const nowMs = useMinute(today);
  const actions = usePlanActions(db, today);
  const { situation, plan, day, log, steps } = today;
  const budget = plan.days.find((one) => one.day === day);
  const over = log.filter((entry) => entry.day === day);
  return (
    <section class="card stack tight plan-card" data-plan-card>
      <div class="between wrap">
        <h2>
          {t('planCardTitle')} {budget !== undefined && <span class="chip routine">{dayRoutineText(budget)}</span>}
        </h2>
        {budget !== undefined && <small>{t('planUsed', number(budget.usedMin), number(budget.budgetMin))}</small>}
      </div>
      {actions.failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      {situation.screeningDue !== null && (
        <p class="muted">
          {t(situation.screeningDue === 'answers-unread' ? 'planAnswersShort' : 'planScreeningShort')}{' '}
          <OpenQuestions due={situation.screeningDue} />
        </p>
      )}
      {budget?.little === true && <p class="muted">{t('planLittle')}</p>}
      {steps.length === 0 && budget?.little !== true && <p class="muted">{t('planCardNothing')}</p>}
      <ul class="plan-rows">
        {over.map((entry) => (
          <LoggedRow key={entry.id} entry={entry} takeBack={actions.takeBack} />
        ))}
        {steps.slice(0, most).map((item) => (
          <PlanRow key={item.id} item={item} nowMs={nowMs} actions={actions} today short start={start(item)} />
        ))}
      </ul>
      <div class="row">{footer}</div>
      <UndoBar undo={planUndo} words={(what) => what} />
    </section>
  );
}
