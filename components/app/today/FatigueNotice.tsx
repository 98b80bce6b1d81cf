import { t } from '../../../lib/i18n';
import type { FatigueWatch } from '../../../lib/readiness';
import { Notice } from '../../Notice';

/** Signs of fatigue over weeks, when there are any. */
export function FatigueNotice({ fatigue }: { fatigue: FatigueWatch }) {
  if (fatigue.level === 'none') return null;
  return (
    <Notice
      kind={fatigue.level === 'warn' ? 'warn' : 'info'}
      what={t(fatigue.level === 'warn' ? 'fatigueWarn' : 'fatigueWatch')}
      todo={t('fatigueAlike')}
    >
      <div>
        <a href="#trends">{t('fatigueSee')}</a>
      </div>
    </Notice>
  );
}
