import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n';
import type { PlanItem } from '../../lib/planner';

interface OptionalItemsProps {
  readonly items: readonly PlanItem[];
  /** One of them is being carried out, so that it must be in sight. */
  readonly open: boolean;
  readonly row: (item: PlanItem) => ComponentChildren;
}

/** "If you have time": folded, because none of it is needed. */
export function OptionalItems({ items, open, row }: OptionalItemsProps) {
  if (items.length === 0) return null;
  return (
    <details class="plan-optional" data-optional open={open}>
      <summary>{t('planIfTime')}</summary>
      <small class="muted">{t('planIfTimeText')}</small>
      <ul class="plan-rows">{items.map((item) => row(item))}</ul>
    </details>
  );
}
