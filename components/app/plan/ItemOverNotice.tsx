import { type MessageKey, t } from '../../../lib/i18n';
import type { ItemOver } from '../../../lib/today/plan/planned-item';
import { Notice } from '../../Notice';

const WORDS = {
  done: 'itemOverDone',
  skipped: 'itemOverSkipped',
  gone: 'itemOverGone',
} as const satisfies Record<ItemOver['over'], MessageKey>;

/** Says in the timer and the pacer that their item is no longer in the plan. */
export function ItemOverNotice({ over }: Pick<ItemOver, 'over'>) {
  return (
    <div data-item-over={over}>
      <Notice what={t(WORDS[over])} live>
        <p>
          <a href="#plan">{t('itemOverBack')}</a>
        </p>
      </Notice>
    </div>
  );
}
