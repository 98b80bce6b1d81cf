import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n';
import type { CardStore } from '../../lib/overlay/frame/card-store';
import { type CardChoices, CardHeader } from './CardHeader';
import { CardMorningView } from './Morning';
import { Unsure } from './Unsure';
import { windowText } from './window-words';

interface StripProps {
  readonly store: CardStore;
  readonly choices: CardChoices;
  /** What runs, with its Stop. */
  readonly bar: ComponentChildren;
}

/** Today on pages without an activity: this morning and the next step. */
export function Strip({ store, choices, bar }: StripProps) {
  const { strip, nowMs } = store.state;
  const next = strip === null || strip instanceof Error ? null : strip.next;
  return (
    <section class="card stack strip" aria-label={t('cardLabel')}>
      {bar}
      <CardHeader title={t('cardToday')} choices={choices} store={store} />
      <Unsure store={store} />
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
