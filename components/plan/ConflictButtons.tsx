import { useState } from 'preact/hooks';
import { longDay, plural, t } from '../../lib/i18n';
import { conflictWhat } from '../../lib/i18n/words/conflict-words';
import type { Conflict, ConflictOffer } from '../../lib/planner';
import type { ReboundDatabase, World } from '../../lib/storage';
import { answerConflict } from '../../lib/today/plan/answer';
import { planUndo } from './undo';

interface ConflictButtonsProps {
  readonly db: ReboundDatabase;
  readonly world: World;
  readonly conflict: Conflict;
}

/** What can be done about a session that its day should not hold: one button each. */
export function ConflictButtons({ db, world, conflict }: ConflictButtonsProps) {
  const [failed, setFailed] = useState(false);
  const answer = (offer: ConflictOffer) =>
    void answerConflict(db, world, conflict, offer).then(
      (putBack) => {
        setFailed(false);
        if (putBack !== null) planUndo.offer({ what: t('conflictAnswered', offerText(conflict, offer)), putBack });
      },
      (error: unknown) => {
        console.error('conflict', error);
        setFailed(true);
      },
    );
  return (
    <div class="row wrap conflict-buttons">
      {conflict.offers.map((offer, place) => (
        <button
          key={offer}
          type="button"
          class={place === 0 ? 'small' : 'quiet small'}
          data-answer={offer}
          aria-label={`${conflictWhat(conflict)} ${offerText(conflict, offer)}`}
          onClick={() => answer(offer)}
        >
          {offerText(conflict, offer)}
        </button>
      ))}
      {failed && <small role="alert">{t('notSaved')}</small>}
    </div>
  );
}

/** A button's words: "Make it easy, 40 minutes", "Move to Thursday 7 May", "Drop it", "Keep it". */
function offerText({ easier, moveTo }: Conflict, offer: ConflictOffer): string {
  if (offer === 'easy' && easier !== null) return t('adviceMakeEasier', plural('minutes', easier.minutes));
  if (offer === 'move' && moveTo !== null) return t('adviceMoveTo', longDay(moveTo));
  return t(offer === 'drop' ? 'conflictDrop' : 'conflictKeep');
}
