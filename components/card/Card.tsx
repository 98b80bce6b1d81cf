import { mayBeRunning } from '../../lib/devices/remote/may-be-running';
import { t } from '../../lib/i18n';
import { askBackground } from '../../lib/overlay/ask';
import type { CardStore } from '../../lib/overlay/card-state';
import type { SiteId } from '../../lib/sites/site';
import { CardQuestions } from './Asked';
import { CardDevices } from './CardDevices';
import { type CardChoices, CardHeader } from './CardHeader';
import { Costs } from './Costs';
import { Footnote } from './Footnote';
import { CardMorningView } from './Morning';
import { Steps } from './Steps';

/** Properties of every view of the card. Views here have no state of their own: lib/overlay draws them. */
export interface CardProps {
  readonly store: CardStore;
  readonly choices: CardChoices;
  readonly site: SiteId;
  /** Creates the report about the page. */
  readonly report: () => string;
}

/** What this activity was and cost, what to do now, and this morning's verdict. */
export function Card({ store, choices, site, report }: CardProps) {
  const { reading, view, nowMs, devices } = store.state;
  const id = reading?.activity?.id;
  const answer = view instanceof Error ? null : view;
  const runs = devices.some(mayBeRunning);
  // What runs, with its Stop, comes first, also on a card that is folded up or has nothing else to say.
  const running = <CardDevices devices={devices} nowMs={nowMs} command={store.command} />;
  const recovers = (answer?.costs.length ?? 0) > 0;
  return (
    <section class="card stack" aria-label={t('cardLabel')}>
      <CardHeader title={recovers ? t('cardRecover') : t('cardActivity')} choices={choices} store={store} />
      {runs && running}
      {!choices.collapsed && (
        <>
          {view === null && <p class="muted loading">{t('loading')}</p>}
          {view instanceof Error && <p class="muted">{t('cardFailed')}</p>}
          {answer !== null && (
            <>
              {answer.without !== null && <Without why={answer.without} claim={store.claim} />}
              {answer.load !== null && <Costs load={answer.load} costs={answer.costs} />}
              {answer.asks !== null && id !== undefined && (
                <CardQuestions
                  asks={answer.asks}
                  store={store}
                  say={(said) => store.act(askBackground('card-answer', { site, id, ...said }))}
                />
              )}
              {recovers && (
                <Steps view={answer} nowMs={nowMs} settle={(item, done) => store.act(askBackground('card-step', { item, done }))} />
              )}
              {!runs && running}
              <CardMorningView morning={answer.morning} />
            </>
          )}
          {reading !== null && <Footnote reading={reading} store={store} report={report} />}
        </>
      )}
    </section>
  );
}

function Without({ why, claim }: { readonly why: 'other' | 'owner-unknown' | 'too-little'; readonly claim: () => void }) {
  const words = { other: 'cardOther', 'owner-unknown': 'cardOwnerUnknown', 'too-little': 'cardTooLittle' } as const;
  return (
    <div class="between">
      <p class="muted">{t(words[why])}</p>
      {why === 'owner-unknown' && (
        <button type="button" class="quiet small" onClick={(event) => event.isTrusted && claim()}>
          {t('cardMine')}
        </button>
      )}
    </div>
  );
}
