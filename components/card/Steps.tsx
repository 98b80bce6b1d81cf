import { t } from '../../lib/i18n';
import { askBackground } from '../../lib/overlay/ask';
import type { CardStep, CardView } from '../../lib/views/card/schema';
import { windowText } from './window-words';

interface StepsProps {
  readonly view: Pick<CardView, 'steps' | 'done' | 'answerFirst'>;
  readonly nowMs: number;
  /** Marks a step as done, or undoes that. */
  readonly settle: (id: string, done: boolean) => void;
}

/** What to do now, each step with its window counting down. */
export function Steps({ view: { steps, done, answerFirst }, nowMs, settle }: StepsProps) {
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
          <Step key={step.id} step={step} nowMs={nowMs} did={() => settle(step.id, true)} />
        ))}
        {done.map(({ id, title, undo }) => (
          <li key={id} class="step" data-done>
            <span class="muted">{t('cardDid', title)}</span>
            {undo && (
              <button
                type="button"
                class="quiet small"
                aria-label={t('cardUndoName', title)}
                onClick={(event) => event.isTrusted && settle(id, false)}
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

function Step({ step, nowMs, did }: { readonly step: CardStep; readonly nowMs: number; readonly did: () => void }) {
  const { title, dose, why, fromMs, toMs } = step;
  return (
    <li class="step">
      <div>
        <b>{dose === '' ? title : [title, dose].join(t('listComma'))}</b>
        <span class="when" role="timer">
          {windowText(fromMs, toMs, nowMs)}
        </span>
        <small>{why}</small>
      </div>
      <button type="button" class="quiet small" aria-label={t('cardDoneName', title)} onClick={(event) => event.isTrusted && did()}>
        {t('cardDone')}
      </button>
    </li>
  );
}
