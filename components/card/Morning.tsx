import { t } from '../../lib/i18n';
import { askBackground } from '../../lib/overlay/frame/ask';
import type { CardMorning } from '../../lib/views/card/schema';
import { VerdictMark } from '../VerdictMark';

/** This morning's verdict, capped by what was done since, with the time of the check. */
export function CardMorningView({ morning }: { readonly morning: CardMorning }) {
  const { verdict, headline, reason, measured, since, share, demo } = morning;
  const screen = measured === null ? 'check' : 'today';
  return (
    <div class="verdict" data-verdict={verdict}>
      <VerdictMark verdict={verdict} share={share} />
      <div class="grow">
        <h3 data-headline>{headline}</h3>
        <p>{since === null ? reason : [reason, since].join(' ')}</p>
        {measured !== null && <small>{t('cardMeasured', measured)}</small>}
      </div>
      {demo && <span class="chip demo">{t('demoChip')}</span>}
      <button
        type="button"
        class="quiet small"
        onClick={() => void askBackground('open-app', { screen }).catch((error: unknown) => console.error(error))}
      >
        {measured === null ? t('cardStart') : t('cardOpen')}
      </button>
    </div>
  );
}
