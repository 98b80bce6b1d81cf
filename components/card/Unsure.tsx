import { t } from '../../lib/i18n';
import type { CardStore } from '../../lib/overlay/frame/card-store';

/** A second press counts only after this time, ms: the first one of a double click must not answer the question that it brought up. */
const READ_FOR_MS = 500;

/** Why a press was not carried out; where the browser cannot tell what covers the card, the question whether it was meant. */
export function Unsure({ store }: { readonly store: Pick<CardStore, 'state' | 'set'> }) {
  const { unsure } = store.state;
  if (unsure === null) return null;
  const done = () => store.set({ unsure: null });
  if (unsure.why !== 'untold') {
    return (
      <p class="unsure" role="alert">
        {t(unsure.why === 'covered' ? 'cardCovered' : 'cardNotSaved')}
      </p>
    );
  }
  const shownMs = performance.now();
  const yes = (event: Event) => {
    if (!event.isTrusted || event.timeStamp - shownMs < READ_FOR_MS) return;
    done();
    unsure.act();
  };
  return (
    <div class="unsure between" role="alertdialog" aria-label={unsure.words}>
      <p>{t('cardSure', unsure.words)}</p>
      <span class="row end">
        <button type="button" class="small" onClick={yes}>
          {t('cardSureYes')}
        </button>
        <button type="button" class="quiet small" onClick={done}>
          {t('cardSureNo')}
        </button>
      </span>
    </div>
  );
}
