import { t } from '../../lib/i18n';
import type { CardStore } from '../../lib/overlay/card-state';
import { type CardChoices, CardHeader } from './CardHeader';
import { CardMorningView } from './Morning';
import { windowText } from './window-words';

/** Today on pages without an activity: this morning and the next step. */
export function Strip({ store, choices }: { readonly store: CardStore; readonly choices: CardChoices }) {
  const { strip, nowMs } = store.state;
  const next = strip === null || strip instanceof Error ? null : strip.next;
  return (
    <section class="card stack strip" aria-label={t('cardLabel')}>
      <CardHeader title={t('cardToday')} choices={choices} store={store} />
      {!choices.collapsed && strip === null && <p class="muted loading">{t('loading')}</p>}
      {!choices.collapsed && strip instanceof Error && <p class="muted">{t('cardFailed')}</p>}
      {!choices.collapsed && strip !== null && !(strip instanceof Error) && <CardMorningView morning={strip.morning} />}
      {!choices.collapsed && next !== null && (
        <p>
          {t('cardNext')} <b>{[next.title, ...(next.dose === '' ? [] : [next.dose])].join(t('listComma'))}</b>{' '}
          <span class="when">{windowText(next.fromMs, next.toMs, nowMs)}</span>
        </p>
      )}
    </section>
  );
}
