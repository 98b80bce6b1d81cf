import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n';
import type { PlanItem } from '../../lib/planner';
import { PlanRow } from './PlanRow';
import type { PlanActions } from './use-plan-actions';

interface OptionalItemsProps {
  readonly items: readonly PlanItem[];
  readonly nowMs: number;
  readonly actions: PlanActions;
  readonly today: boolean;
  readonly start: (item: PlanItem) => ComponentChildren;
}

/** "If you have time": folded, because none of it is needed. */
export function OptionalItems({ items, nowMs, actions, today, start }: OptionalItemsProps) {
  if (items.length === 0) return null;
  return (
    <details class="plan-optional" data-optional>
      <summary>{t('planIfTime')}</summary>
      <small class="muted">{t('planIfTimeText')}</small>
      <ul class="plan-rows">
        {items.map((item) => (
          <PlanRow key={item.id} item={item} nowMs={nowMs} actions={actions} today={today} short start={start(item)} />
        ))}
      </ul>
    </details>
  );
}
