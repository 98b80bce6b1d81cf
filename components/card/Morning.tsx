import { t } from '../../lib/i18n';
import { ask, type CardMorning } from '../../lib/messages';
import { VerdictMark } from '../VerdictMark';

/** The verdict of this morning, labelled as such: it does not know of this activity. */
export function Morning({ morning }: { morning: CardMorning | Error | null }) {
  if (morning === null) return <p class="muted">{t('loading')}</p>;
  if (morning instanceof Error) return <p class="muted">{t('cardFailed')}</p>;
  const open = (screen: 'check' | 'today') => void ask('open-app', { screen }).catch((error: unknown) => console.error(error));
  return (
    <div class="verdict" data-verdict={morning.verdict}>
      <VerdictMark verdict={morning.verdict} share={morning.share} />
      <div class="stack tight" style={{ flex: 1 }}>
        <h2 data-headline>{morning.headline}</h2>
        <p>{morning.reason}</p>
        <small>
          {[
            ...(morning.measured === null ? [] : [t('cardMeasured', morning.measured)]),
            ...(morning.measured === null ? [] : [t('cardMorningNote')]),
          ].join('. ')}
        </small>
      </div>
      <div class="stack tight" style={{ justifyItems: 'end' }}>
        {morning.demo && <span class="chip demo">{t('demoChip')}</span>}
        <button type="button" class="quiet small" onClick={() => open(morning.measured === null ? 'check' : 'today')}>
          {morning.measured === null ? t('cardStart') : t('cardOpen')}
        </button>
      </div>
    </div>
  );
}
