import { t } from '../../lib/i18n';
import { askBackground } from '../../lib/overlay/frame/ask';
import type { CardStore } from '../../lib/overlay/frame/card-store';
import type { CardStep, CardView } from '../../lib/views/card/schema';
import { windowText } from './window-words';

interface StepsProps {
  readonly view: Pick<CardView, 'steps' | 'done' | 'answerFirst'>;
  readonly nowMs: number;
  readonly store: CardStore;
}

/** What to do now, each step with its window counting down. */
export function Steps({ view: { steps, done, answerFirst }, nowMs, store }: StepsProps) {
  const settle = (event: Event, words: string, item: string, done: boolean) =>
    store.guarded(event, words, () => store.act(askBackground('card-step', { item, done })));
  const open = () => void askBackground('open-app', { screen: 'plan' }).catch((error: unknown) => console.error(error));
  return (
    <div class="steps">
      <div class="between">
        <h3>{t('cardNow')}</h3>
        <button type="button" class="quiet small" onClick={open}>
          {t('cardPlan')}
        </button>
      </div>
      {answerFirst !== null && <p class="muted">{t(answerFirst === 'morning' ? 'cardAnswersUnread' : 'cardScreening')}</p>}
      {steps.length === 0 && answerFirst === null && <p class="muted">{t('cardNoSteps')}</p>}
      <ul>
        {steps.map((step) => (
          <Step key={step.id} step={step} nowMs={nowMs} store={store} did={(event, words) => settle(event, words, step.id, true)} />
        ))}
        {done.map(({ id, title, undo }) => (
          <li key={id} class="step" data-done ref={store.guard.watch}>
            <span class="muted">{t('cardDid', title)}</span>
            {undo && (
              <button
                type="button"
                class="quiet small"
                aria-label={t('cardUndoName', title)}
                onClick={(event) => settle(event, t('cardUndoName', title), id, false)}
              >
                {t('cardUndo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface StepProps {
  readonly step: CardStep;
  readonly nowMs: number;
  readonly store: CardStore;
  readonly did: (event: Event, words: string) => void;
}

function Step({ step, nowMs, store, did }: StepProps) {
  const { title, dose, why, fromMs, toMs } = step;
  const words = t('cardDoneName', title);
  return (
    <li class="step" ref={store.guard.watch}>
      <div>
        <b>{dose === '' ? title : [title, dose].join(t('listComma'))}</b>
        <span class="when" role="timer">
          {windowText(fromMs, toMs, nowMs)}
        </span>
        <small>{why}</small>
      </div>
      <button type="button" class="quiet small" aria-label={words} onClick={(event) => did(event, words)}>
        {t('cardDone')}
      </button>
    </li>
  );
}
