import type { ComponentChildren } from 'preact';
import type { DetailedState } from '../../lib/devices/remote/device-state';
import { t } from '../../lib/i18n';
import { askBackground } from '../../lib/overlay/frame/ask';
import type { CardStore } from '../../lib/overlay/frame/card-store';
import type { SiteId } from '../../lib/sites/site';
import { CardQuestions } from './Asked';
import { CardDevices } from './CardDevices';
import { type CardChoices, CardHeader } from './CardHeader';
import { Costs } from './Costs';
import { Footnote } from './Footnote';
import { CardMorningView } from './Morning';
import { Steps } from './Steps';
import { Unsure } from './Unsure';

export interface CardProps {
  readonly store: CardStore;
  readonly choices: CardChoices;
  readonly site: SiteId;
  readonly devices: readonly DetailedState[];
  /** What runs, with its Stop: first, also on a card that is folded up or has nothing else to say. */
  readonly bar: ComponentChildren;
}

/** What this activity was and cost, what to do now, and this morning's verdict. */
export function Card({ store, choices, site, devices, bar }: CardProps) {
  const { reading, view, nowMs } = store.state;
  const id = reading?.activity?.id;
  const answer = view instanceof Error ? null : view;
  const recovers = (answer?.costs.length ?? 0) > 0;
  return (
    <section class="card stack" aria-label={t('cardLabel')}>
      {bar}
      <CardHeader title={recovers ? t('cardRecover') : t('cardActivity')} choices={choices} store={store} />
      <Unsure store={store} />
      {!choices.collapsed && (
        <>
          {view === null && <p class="muted loading">{t('loading')}</p>}
          {view instanceof Error && <p class="muted">{t('cardFailed')}</p>}
          {answer !== null && (
            <>
              {answer.without !== null && <Without why={answer.without} store={store} />}
              {answer.load !== null && <Costs load={answer.load} costs={answer.costs} />}
              {answer.asks !== null && id !== undefined && (
                <CardQuestions
                  asks={answer.asks}
                  store={store}
                  say={(said) => store.act(askBackground('card-answer', { site, id, ...said }))}
                />
              )}
              {recovers && <Steps view={answer} nowMs={nowMs} store={store} />}
              <CardDevices devices={devices} />
              <CardMorningView morning={answer.morning} />
            </>
          )}
          {reading !== null && <Footnote reading={reading} store={store} />}
        </>
      )}
    </section>
  );
}

function Without({ why, store }: { readonly why: 'other' | 'owner-unknown' | 'too-little'; readonly store: CardStore }) {
  const words = { other: 'cardOther', 'owner-unknown': 'cardOwnerUnknown', 'too-little': 'cardTooLittle' } as const;
  return (
    <div class="between" ref={store.guard.watch}>
      <p class="muted">{t(words[why])}</p>
      {why === 'owner-unknown' && (
        <button type="button" class="quiet small" onClick={(event) => store.guarded(event, t('cardMine'), () => store.claim())}>
          {t('cardMine')}
        </button>
      )}
    </div>
  );
}
