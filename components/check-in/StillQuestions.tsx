import { useState } from 'preact/hooks';
import type { EndingTick } from '../../lib/catalogue';
import type { Day } from '../../lib/core/day';
import { t } from '../../lib/i18n';
import { stillText } from '../../lib/i18n/words/screening-words';
import { answerStill, findAskedTicks, type ReboundDatabase, type Settings } from '../../lib/storage';
import { Notice } from '../Notice';

interface StillQuestionsProps {
  readonly db: ReboundDatabase;
  readonly settings: Settings;
  readonly day: Day;
}

/** The morning questions about ticks that have an end, each answered in one tap. Until then the tick stands, and this says so. */
export function StillQuestions({ db, settings, day }: StillQuestionsProps) {
  const [failed, setFailed] = useState(false);
  const answer = (tick: EndingTick, still: boolean) => {
    answerStill(db, tick, { day, still }).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <>
      {failed && <Notice kind="warn" what={t('notSaved')} todo={t('notSavedTodo')} live />}
      {findAskedTicks(settings, day).map((tick) => (
        <div key={tick} data-still={tick}>
          <Notice kind="warn" what={stillText(tick)} todo={t('stillStands')}>
            <div class="row">
              <button type="button" class="quiet" data-answer="yes" onClick={() => answer(tick, true)}>
                {t('stillYes')}
              </button>
              <button type="button" class="quiet" data-answer="no" onClick={() => answer(tick, false)}>
                {t('stillNo')}
              </button>
            </div>
          </Notice>
        </div>
      ))}
    </>
  );
}
